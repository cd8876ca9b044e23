"""Who is blamed for a deed, and who denies or claims it?"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from variorum.compare.event_words import short
from variorum.compare.first_words import trimmed
from variorum.compare.questions import Answer, AnyQuestion, CaseView, Question, narrated, reading_of
from variorum.compare.verdicts import Comparison, agree, contradict
from variorum.lexicon.points import load_points
from variorum.model.base import Span
from variorum.model.edtf import read_edtf
from variorum.model.tables import Claim, EventMention, Mention
from variorum.model.terms import PointKind, Polarity

_DAYS = 10
_NEAR = 300
_NOT_SO = re.compile(r"\b(?:not|never|den(?:y|ies|ied|ying)|nothing|reject\w*|no)\b|n['’]t\b")
_NAME = 2
"""So many words make a name by which a party is known in another report, too: "the Red Star gang"."""
_ACCUSE = "accuse"


@dataclass(frozen=True)
class Guilt:
    """Whether an account says that the party did it."""

    did: bool


def responsibility_questions(view: CaseView) -> Iterator[AnyQuestion]:
    """For each party that denies a deed, or claims it, whether it was behind it, where others blame it or deny it too."""
    blamed = [m for m in view.tables.event_mentions if m.concept == _ACCUSE and m.recipient and _is_so(m)]
    behind = _persons_told_of(view)
    answers: dict[str, list[Answer[Guilt]]] = {}
    names: dict[str, str] = {}
    for claim in view.tables.claims:
        did = _own_deed(claim)
        party = claim.voice_entity or (claim.voice or "").casefold()
        if did is None or not party:
            continue
        beside = [mention for mention in blamed if _blames(mention, claim, view)]
        named = _named_behind(claim, behind, view)
        if not beside and not named:
            continue
        says = "claims it" if did else "denies it"
        told = answers.setdefault(party, [])
        told.append(Answer(reading_of(view, claim, claim.span, says), Guilt(did)))
        told.extend(Answer(reading_of(view, m, short(m, view), "is blamed for it"), Guilt(True)) for m in beside)
        told.extend(named)
        names.setdefault(party, claim.voice_name or claim.voice or "")
    yield from _rivals(blamed, view)
    for party in sorted(answers):
        yield Question(
            kind=PointKind.WHO,
            topic=f"whether {names[party]} did what it is blamed for",
            answers=tuple(_once(answers[party])),
            compare=lambda left, right: compare_guilt(left.value, right.value),
            key=f"behind|{party}",
            gravity=0.7,
        )


def _persons_told_of(view: CaseView) -> dict[str, list[Mention]]:
    """By name the mentions of persons who deny a deed or claim one."""
    speaking = {claim.voice_entity for claim in view.tables.claims if _own_deed(claim) is not None}
    found: dict[str, list[Mention]] = {}
    for mention in view.tables.mentions if speaking and not view.incidents.crowded else ():
        if mention.form == "name" and mention.entity in speaking and mention.entity in view.persons:
            found.setdefault(mention.entity or "", []).append(mention)
    return found


def _named_behind(claim: Claim, told: dict[str, list[Mention]], view: CaseView) -> list[Answer[Guilt]]:
    """Where other reports say that the person was behind it: "behind this riot is Ana Roca"."""
    words = "|".join(load_points().behind)
    found = []
    for mention in told.get(claim.voice_entity or "", ()):
        if mention.report == claim.report or not _close(mention, claim, view):
            continue
        text = view.texts[mention.report]
        first = max(text.rfind(". ", 0, mention.start), text.rfind("\n", 0, mention.start)) + 1
        last = min(
            (at for at in (text.find(". ", mention.end), text.find("\n", mention.end)) if at >= 0), default=len(text)
        )
        sentence = f" {text[first:last].casefold()} "
        if re.search(rf"\b(?:{words})\b", sentence) and not re.search(_NOT_SO, sentence):
            span = trimmed(Span(start=first, end=last), text)
            found.append(Answer(narrated(view, mention.report, span, "is named as behind it"), Guilt(True)))
    return found


def _rivals(blamed: Sequence[EventMention], view: CaseView) -> Iterator[AnyQuestion]:
    """A deed that one party claims and another is blamed for. Of many deeds it cannot be told which is meant."""
    if view.incidents.crowded:
        return
    claiming = [claim for claim in view.tables.claims if claim.voice_entity and _own_deed(claim)]
    for deeds in load_points().deeds:
        claimed = [claim for claim in claiming if _of(deeds, claim.text)]
        answers = [
            Answer(reading_of(view, c, c.span, c.voice_name or c.voice or ""), c.voice_entity or "") for c in claimed
        ]
        for mention in blamed:
            sentence = mention.sentence or mention.span
            told = view.texts[mention.report][sentence.start : sentence.end]
            if mention.recipient_entity and _of(deeds, told) and any(_close(mention, c, view) for c in claimed):
                says = mention.recipient_name or mention.recipient or ""
                answers.append(Answer(reading_of(view, mention, short(mention, view), says), mention.recipient_entity))
        if len({answer.value for answer in answers}) > 1:
            yield Question(
                kind=PointKind.WHO,
                topic=f"who was behind the {deeds[0]}",
                answers=tuple(answers),
                compare=_compare_parties,
                key=f"deed|{deeds[0]}",
                gravity=0.8,
            )


def _of(deeds: Sequence[str], words: str) -> bool:
    return any(re.search(rf"\b{deed}\b", words.casefold()) for deed in deeds)


def _compare_parties(left: Answer[str], right: Answer[str]) -> Comparison:
    if left.value == right.value:
        return agree(f"both name {left.reading.says}")
    return contradict(f"one account names {left.reading.says}, the other {right.reading.says}")


def compare_guilt(left: Guilt, right: Guilt) -> Comparison:
    """An account that names the party and one that denies it contradict."""
    if left.did == right.did:
        return agree("both say that it was behind it" if left.did else "both deny it")
    return contradict("one account says that it was behind it, the other denies it")


def _once(answers: Sequence[Answer[Guilt]]) -> list[Answer[Guilt]]:
    return list({(a.reading.report, a.reading.start, a.reading.says): a for a in answers}.values())


def _is_so(mention: EventMention) -> bool:
    return mention.polarity is Polarity.POSITIVE


def _own_deed(claim: Claim) -> bool | None:
    """True where the voice claims a deed, False where it denies one of its own, None for any other claim."""
    words = claim.text.casefold()
    if claim.polarity is Polarity.NEGATIVE and _pattern(load_points().own_deed).match(words):
        return False
    claimed = (claim.cue or "").casefold().startswith("claim") and words.startswith("responsibility")
    own = _pattern(load_points().claimed_deed).match(words) is not None
    return True if (claimed or own) and claim.polarity is Polarity.POSITIVE else None


def _blames(mention: EventMention, claim: Claim, view: CaseView) -> bool:
    """The party blamed is the voice of the claim, told of within ten days, and not blamed by itself; where there are many deeds,
    in the same report.
    """
    if mention.actor_entity and mention.actor_entity == claim.voice_entity:
        return False
    if not _close(mention, claim, view):
        return False
    if view.incidents.crowded and mention.report != claim.report:
        return False
    if claim.voice_entity and mention.recipient_entity == claim.voice_entity:
        return True
    near = mention.report == claim.report and abs(mention.start - claim.start) <= _NEAR
    blamed, voice = _heads(mention.recipient or ""), _heads(claim.voice or "")
    if near and blamed and blamed <= voice:
        return True
    return len(blamed & voice) >= _NAME and (blamed <= voice or voice <= blamed)


def _close(mention: EventMention | Mention, claim: Claim, view: CaseView) -> bool:
    """Told within ten days of each other, or not known when."""
    a, b = (read_edtf(view.published.get(row.report)) for row in (mention, claim))
    return a is None or b is None or abs((a.first - b.first).days) <= _DAYS


def _heads(words: str) -> frozenset[str]:
    """The words of a party without its articles, to see that "the gang" is "the Red Star gang"."""
    return frozenset(word for word in re.findall(r"[\w-]+", words.casefold()) if word not in ("the", "a", "an", "its"))


@cache
def _pattern(beginnings: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"(?:that )?(?:" + "|".join(beginnings) + r")\b")
