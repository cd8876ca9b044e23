"""The order of steps, on one page: what each needs, what it sets, and that no step comes before what it needs."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from variorum.annotate.claims import claim_annotator
from variorum.annotate.dates import date_annotator
from variorum.annotate.events import event_annotator
from variorum.annotate.figures import figure_annotator
from variorum.annotate.mentions import mention_annotator
from variorum.annotate.page import Annotator
from variorum.annotate.places import place_annotator
from variorum.annotate.roles import role_annotator
from variorum.compare.decided import compare_decisions
from variorum.compare.independence import compare_independence
from variorum.compare.points import compare_points
from variorum.model.memory import Memory
from variorum.model.tables import Tables
from variorum.resolve.dates import resolve_dates
from variorum.resolve.derivations import resolve_derivations
from variorum.resolve.entities import resolve_entities
from variorum.resolve.events import resolve_events
from variorum.resolve.places import resolve_places
from variorum.resolve.references import resolve_references
from variorum.resolve.rejected import resolve_rejections

INGESTED = frozenset({"reports", "issues", "sections"})
"""Tables that reading the reports fills, before any step below."""


@dataclass(frozen=True)
class CaseStep:
    """A step over all findings of a case. `needs` must be filled before; `sets` are the tables it fills or refines."""

    name: str
    version: int
    needs: tuple[str, ...]
    sets: tuple[str, ...]
    run: Callable[[Tables], Tables]


class StepOrderError(Exception):
    """The pipeline is put together wrongly: a fault of the program, never of its input."""

    def __init__(self, step: str, missing: Sequence[str]) -> None:
        super().__init__(f"step {step} needs {', '.join(missing)}, which no step before it sets")


def annotators() -> tuple[Annotator, ...]:
    """The steps over one report, in order. Builds them anew at each call, reading their lexicons."""
    return (
        date_annotator(),
        place_annotator(),
        mention_annotator(),
        claim_annotator(),
        event_annotator(),
        figure_annotator(),
        role_annotator(),
    )


def case_steps(memory: Memory | None = None) -> tuple[CaseStep, ...]:
    """The steps over a whole case, in order; comparisons of an earlier build are taken from the memory."""
    memory = memory or Memory()
    found = ("dates", "places", "mentions", "claims", "event_mentions", "figures", "roles")
    return (
        CaseStep("rejections", 1, ("reports", *found), ("decisions", *found), resolve_rejections),
        CaseStep("date completion", 1, ("reports", "dates"), ("reports", "dates"), resolve_dates),
        CaseStep("gazetteer", 1, ("reports", "places"), ("places",), resolve_places),
        CaseStep(
            "entities",
            1,
            ("mentions", "places", "decisions"),
            ("mentions", "places", "entities", "decisions"),
            resolve_entities,
        ),
        CaseStep("references", 1, (*found, "entities"), found, resolve_references),
        CaseStep(
            "derivations",
            1,
            ("reports", "sections", "claims", "figures", "decisions"),
            ("derivations", "decisions"),
            partial(resolve_derivations, memory=memory),
        ),
        CaseStep(
            "events",
            1,
            ("reports", "dates", "places", "entities", "event_mentions", "figures", "decisions"),
            ("event_mentions", "figures", "events", "decisions"),
            partial(resolve_events, memory=memory),
        ),
        CaseStep("independence", 1, ("derivations", "claims", "events"), ("claims", "events"), compare_independence),
        CaseStep("points", 1, (*found, "events", "derivations"), ("points",), compare_points),
        CaseStep("decisions", 1, ("points", "decisions"), ("points", "decisions", "issues"), compare_decisions),
    )


def check_order(annotators: Sequence[Annotator], steps: Sequence[CaseStep]) -> None:
    """Raises StepOrderError where a step needs a table that nothing before it sets."""
    filled = set(INGESTED)
    for annotator in annotators:
        _require(annotator.name, annotator.needs, filled)
        filled.add(annotator.sets)
    for step in steps:
        _require(step.name, step.needs, filled)
        filled.update(step.sets)


def _require(name: str, needs: Sequence[str], filled: set[str]) -> None:
    missing = [table for table in needs if table not in filled]
    if missing:
        raise StepOrderError(name, missing)
