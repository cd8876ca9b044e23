"""Whose are the people a figure counts, where the accounts of a case count those of several countries?"""

import re
from collections.abc import Mapping

from variorum.compare.populations import population_of
from variorum.compare.questions import CaseView
from variorum.lexicon.comparison import ComparisonLexicon
from variorum.lexicon.names import read_demonyms
from variorum.model.tables import Figure, PlaceMention
from variorum.model.terms import Measure

_ARMED = frozenset({"security forces", "militants"})
_HARM = frozenset({Measure.KILLED, Measure.INJURED, Measure.ARRESTED, Measure.MISSING})
_OWN = re.compile(r"\b(?:its|their)\b")
_LOST = re.compile(r"\b(?:lost|lose|loss of|losing)\b")
_SIDE = re.compile(r"\bon (?:the )?([\w-]+) side\b")
_ENEMY = re.compile(r"\benem(?:y|ies)\b")
_TWO = 2
_LEAD = 16
_WORD = re.compile(r"[\w-]+")


def figure_sides(view: CaseView, lexicon: ComparisonLexicon, homes: Mapping[str, str]) -> dict[str, str]:
    """By id the country, as a name, of those a figure of harm counts ("15 Tajik soldiers", of a voice "its soldiers", "Peru lost
    three soldiers", in a case of two armies "the enemy"); empty for most figures.

    The report's own country is a side only for those under arms, and only where the case counts those of another too:
    elsewhere “Peruvian police” are the police.
    """
    owners = {entity.id: entity.country for entity in view.tables.entities if entity.country}
    told: dict[str, str] = {}
    enemies: list[Figure] = []
    armed: set[str] = set()
    foreign: set[str] = set()
    for figure in view.tables.figures:
        if figure.measure not in _HARM:
            continue
        if _ENEMY.search(f"{figure.text} {figure.subject or ''}".casefold()):
            enemies.append(figure)
            continue
        code = _told(figure, view, owners)
        if code is None:
            continue
        told[figure.id] = code
        if population_of(figure.subject, lexicon) in _ARMED:
            armed.add(figure.id)
        if code != homes.get(figure.report):
            foreign.add(figure.id)
    sides = {told[name] for name in armed}
    for figure in enemies if len(sides) == _TWO else ():
        # of two armies, the enemy's people are those of the other than the one whose land the report names first
        own = next((place.country or "" for place in _in_order(view, figure.report) if place.country in sides), "")
        told[figure.id] = min(sides - {own}) if own in sides else ""
        armed.add(figure.id)
    told = {name: code for name, code in told.items() if code}
    several = len({told[name] for name in armed if name in told}) > 1
    kept = (name for name in told if (name in armed and several) or name in foreign)
    return {name: view.country_names.get(told[name], told[name]) for name in kept}


def _told(figure: Figure, view: CaseView, owners: Mapping[str, str | None]) -> str | None:
    demonyms, text = read_demonyms(), view.texts.get(figure.report, "")
    words = [*_WORD.findall((figure.subject or "").casefold()), *_WORD.findall(figure.text.casefold())]
    named = next((demonyms[word] for word in words if word in demonyms), None)
    if named is not None:
        return named
    before = text[figure.sentence.start if figure.sentence else figure.start : figure.start].casefold()
    side = _SIDE.search(before)
    if side is not None and side[1] in demonyms:
        return demonyms[side[1]]
    if _LOST.search(f"{before[-_LEAD:]}{figure.text.casefold()}"):
        return _before(figure, view) or _of_voice(figure, view, owners)
    if not _OWN.search(text[max(0, figure.start - _LEAD) : figure.end].casefold()):
        return None
    return _of_voice(figure, view, owners) or _before(figure, view)


def _in_order(view: CaseView, report: str) -> list[PlaceMention]:
    return sorted(view.places.get(report, ()), key=lambda place: (place.start, place.end))


def _of_voice(figure: Figure, view: CaseView, owners: Mapping[str, str | None]) -> str | None:
    voice = figure.voice_entity or ""
    return view.countries.get(voice) or owners.get(voice)


def _before(figure: Figure, view: CaseView) -> str | None:
    """The country its sentence names last before it: "Peru raised its toll to nine soldiers"."""
    first = figure.sentence.start if figure.sentence else figure.start
    named = [
        place
        for place in view.places.get(figure.report, ())
        if first <= place.start < figure.start and place.feature == "country"
    ]
    return max(named, key=lambda place: place.start).country if named else None
