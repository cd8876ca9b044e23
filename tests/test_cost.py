"""Nothing is compared with everything: with twice the reports there are about twice the comparisons, not four times."""

import random
import re
from collections.abc import Callable
from typing import Any

import pytest

from variorum.compare import claim_words, event_denials, independence
from variorum.compare.points import compare_points
from variorum.model.tables import Claim, Derivation, EventMention, Mention, Report, Section, Tables
from variorum.model.terms import (
    ArgumentBasis,
    DerivationKind,
    EntityType,
    EventType,
    Manner,
    Polarity,
    Realis,
    SectionKind,
)
from variorum.resolve import derivations, entity_persons
from variorum.resolve.entities import resolve_entities
from variorum.resolve.event_matching import Matcher
from variorum.resolve.events import resolve_events

_MOST = 2.6
"""Twice the reports, and something for the logarithm and for chance."""


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Callable[[Any, str], list[int]]:
    """Counts the calls of a function from now on."""

    def count(owner: Any, name: str) -> list[int]:
        calls, real = [0], getattr(owner, name)

        def calling(*args: Any, **kwargs: Any) -> Any:
            calls[0] += 1
            return real(*args, **kwargs)

        monkeypatch.setattr(owner, name, calling)
        return calls

    return count


def grows_with(calls: list[int], run: Callable[[int], object], size: int) -> float:
    """How many times the calls with twice the size are those with the size."""
    run(size)
    once, calls[0] = calls[0], 0
    run(2 * size)
    assert once > size / 2
    return calls[0] / once


def report(number: int, text: str) -> Report:
    return Report(id=f"report-{number:05d}", sha256="", text=text, published="2022-01-05")


def words(rng: random.Random, count: int) -> str:
    return " ".join(f"{rng.choice('bdfgk')}{rng.randrange(4_000)}word" for _ in range(count))


def test_reports_that_share_a_paragraph(counted: Callable[[Any, str], list[int]]) -> None:
    calls = counted(derivations, "compare_wording")
    rng = random.Random(7)
    shared = words(rng, 40)

    def run(size: int) -> Tables:
        reports = tuple(report(n, f"{shared}. {words(rng, 60)}.") for n in range(size))
        sections = tuple(
            Section(id=f"s{r.id}", report=r.id, start=0, end=len(r.text), text=r.text, kind=SectionKind.BODY)
            for r in reports
        )
        return derivations.resolve_derivations(Tables(reports=reports, sections=sections))

    assert grows_with(calls, run, 60) < _MOST


def test_statements_that_all_say_the_same(counted: Callable[[Any, str], list[int]]) -> None:
    calls = counted(claim_words, "alike")
    text = "The ministry had eighteen officers killed in the unrest"

    def run(size: int) -> Tables:
        reports = tuple(report(n, text) for n in range(size))
        claims = tuple(
            Claim(id=f"claim-{r.id}", report=r.id, start=0, end=len(text), text=text, manner=Manner.NARRATOR)
            for r in reports
        )
        return independence.compare_independence(Tables(reports=reports, claims=claims))

    assert grows_with(calls, run, 150) < _MOST


def test_origins_of_a_statement_are_counted_once(counted: Callable[[Any, str], list[int]]) -> None:
    from variorum.compare.lineage import Lineage

    calls = counted(Lineage, "origin")
    text = "The ministry had eighteen officers killed in the unrest"

    def run(size: int) -> Tables:
        reports = tuple(report(n, text) for n in range(size))
        claims = tuple(
            Claim(id=f"claim-{r.id}", report=r.id, start=0, end=len(text), text=text, manner=Manner.NARRATOR)
            for r in reports
        )
        copies = tuple(
            Derivation(id=f"d{r.id}", report=r.id, other=reports[0].id, kind=DerivationKind.COPY) for r in reports[1:]
        )
        return independence.compare_independence(Tables(reports=reports, claims=claims, derivations=copies))

    assert grows_with(calls, run, 100) < _MOST


def test_clashes_in_one_city_on_one_day(counted: Callable[[Any, str], list[int]]) -> None:
    calls = counted(Matcher, "compare")
    text = "Protesters clashed with police in Mirwan"

    def run(size: int) -> Tables:
        reports = tuple(report(n, text) for n in range(size))
        told = tuple(
            EventMention(
                id=f"told-{r.id}",
                report=r.id,
                start=0,
                end=len(text),
                text=text,
                trigger="clashed",
                trigger_start=11,
                trigger_end=18,
                type=EventType.PROTEST,
                concept="clash",
                lemma="clash",
                date=f"2022-01-{n % 28 + 1:02d}",
                date_basis=ArgumentBasis.CLAUSE,
                place="Mirwan",
                place_name="Mirwan",
                place_basis=ArgumentBasis.CLAUSE,
            )
            for n, r in enumerate(reports)
        )
        return resolve_events(Tables(reports=reports, event_mentions=told))

    assert grows_with(calls, run, 600) < _MOST


def test_surnames_without_their_full_names(counted: Callable[[Any, str], list[int]]) -> None:
    calls = counted(entity_persons, "near_words")
    rng = random.Random(7)

    def name() -> str:
        return "".join(rng.choice("aeiou" if n % 2 else "bdfgklmnprst") for n in range(7)).capitalize()

    def run(size: int) -> Tables:
        told = [f"Aron {name()}" for _ in range(size)]
        slips = [re.sub("[aeiou]", rng.choice("aeiou"), full.split()[1], count=1) for full in told]
        reports = tuple(report(n, f"{text}.") for n, text in enumerate([*told, *slips]))
        mentions = tuple(
            Mention(id=f"m{r.id}", report=r.id, start=0, end=len(r.text) - 1, text=r.text[:-1], type=EntityType.PERSON)
            for r in reports
        )
        return resolve_entities(Tables(reports=reports, mentions=mentions))

    assert grows_with(calls, run, 200) < _MOST


def test_denials_of_what_others_state(counted: Callable[[Any, str], list[int]]) -> None:
    calls = counted(event_denials, "one_time")

    def told(number: int, polarity: Polarity) -> EventMention:
        # a force of its own for every twenty mentions, as there are more of them in more crises
        text = f"Force {number // 20} fired on the crowd"
        return EventMention(
            id=f"told-{number}-{polarity}",
            report=f"report-{number:05d}",
            start=0,
            end=len(text),
            text=text,
            trigger="fired",
            trigger_start=8,
            trigger_end=13,
            type=EventType.ASSAULT,
            concept="shoot",
            actor=f"Force {number // 20}",
            polarity=polarity,
            realis=Realis.DENIED if polarity is Polarity.NEGATIVE else Realis.ACTUAL,
        )

    def run(size: int) -> Tables:
        reports = tuple(report(n, f"Force {n // 20} fired on the crowd") for n in range(size))
        mentions = tuple(told(n, polarity) for n in range(size) for polarity in (Polarity.POSITIVE, Polarity.NEGATIVE))
        return compare_points(Tables(reports=reports, event_mentions=mentions))

    assert grows_with(calls, run, 200) < _MOST
