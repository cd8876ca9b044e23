"""How many, according to whom, as of when, and what does each rule make of it?"""

from typing import Annotated

import msgspec
from fastapi import APIRouter, Depends, HTTPException, Query
from fastapi.responses import HTMLResponse, Response

from variorum.compare.ledger_values import Ledger
from variorum.model.terms import LedgerRule, Measure
from variorum.present.views.figure_rows import read_figure
from variorum.present.views.figures import LEDGER_PAGE, ledger_title, read_ledger, read_rules
from variorum.present.views.ledger_choice import LedgerChoice, Told, choose_ledgers, read_shelf
from variorum.present.views.words import MEASURES
from variorum.present.web.answers import Asked, Reading, as_csv, as_json, page, paged
from variorum.present.web.asking import Id, PageNumber, Unasked, Words
from variorum.present.web.hearing import Hearing
from variorum.present.web.ledger_rows import columns, ledger_rows

router = APIRouter()

_A_PAGE, _FEW = 20, 20

Rule = Annotated[LedgerRule | None, Unasked, Query(description="By which rule to take best, low and high; all without")]


def _choice(
    wanted: Hearing, measure: Annotated[Measure | None, Unasked, Query()] = None, of: Words = "", place: Words = ""
) -> LedgerChoice:
    """What the address asks of the ledgers."""
    return LedgerChoice(measure=measure, population=of.strip(), place=place.strip(), wanted=wanted)


Choice = Annotated[LedgerChoice, Depends(_choice)]


@router.get("/figures")
def figures(
    asked: Reading, choice: Choice, rule: Rule = None, told: Told = Told.SEVERAL, number: PageNumber = 1
) -> Response:
    """The ledgers that fit the choice, with their readings over time; or the readings that stand alone."""
    index = asked.case.index
    shelf = asked.case.made(read_shelf)
    chosen = choose_ledgers(shelf.keys, choice)
    shown = [key.ledger for key in chosen if key.told is told]
    ledgers = paged(shown, number, _A_PAGE) if told is Told.SEVERAL else None
    alone = None if ledgers else paged([(one, reading) for one in shown for reading in one.readings], number)
    return page(
        asked,
        "figures.html",
        choice=choice,
        rule=rule,
        told=told,
        counts=[(kind, sum(key.told is kind for key in chosen)) for kind in Told],
        shelf=shelf,
        ledgers=ledgers,
        views=[read_ledger(one, index, rule, range(_FEW)) for one in ledgers.rows] if ledgers else [],
        alone=alone,
        singles=[(index.way(one.id), ledger_title(one), read_figure(reading, index)) for one, reading in alone.rows]
        if alone
        else [],
        rules=read_rules(),
        measures=MEASURES,
        push=True,
    )


@router.get("/figures.json")
def figures_as_json(asked: Reading, choice: Choice, rule: Rule = None, told: Told | None = None) -> Response:
    """The ledgers that fit the choice, all pages of them, with every reading."""
    return as_json([_of_rule(ledger, rule) for ledger in _chosen(asked, choice, told)])


@router.get("/figures.csv")
def figures_as_csv(asked: Reading, choice: Choice, rule: Rule = None, told: Told | None = None) -> Response:
    """The readings of the ledgers that fit the choice, a row each."""
    ledgers = [_of_rule(ledger, rule) for ledger in _chosen(asked, choice, told)]
    return as_csv(list(ledger_rows(ledgers, asked.case.index)), columns(rule), "figures")


@router.get("/figures/{ledger_id}.json")
def ledger_as_json(asked: Reading, ledger_id: Id, rule: Rule = None) -> Response:
    """One ledger with every reading."""
    return as_json([_of_rule(_ledger(asked, ledger_id), rule)])


@router.get("/figures/{ledger_id}.csv")
def ledger_as_csv(asked: Reading, ledger_id: Id, rule: Rule = None) -> Response:
    """The readings of one ledger, a row each."""
    ledger = _of_rule(_ledger(asked, ledger_id), rule)
    return as_csv(list(ledger_rows([ledger], asked.case.index)), columns(rule), "ledger")


@router.get("/figures/{ledger_id}")
def ledger(asked: Reading, ledger_id: Id, rule: Rule = None, number: PageNumber = 1) -> HTMLResponse:
    """The page of one ledger: all it holds."""
    row = _ledger(asked, ledger_id)
    rows = paged(row.readings, number, LEDGER_PAGE)
    return page(
        asked,
        "ledger.html",
        view=read_ledger(row, asked.case.index, rule, range(rows.first, rows.first + LEDGER_PAGE)),
        rows=rows,
        rule=rule,
        rules=read_rules(),
    )


def _chosen(asked: Asked, choice: LedgerChoice, told: Told | None) -> list[Ledger]:
    keys = choose_ledgers(asked.case.made(read_shelf).keys, choice)
    return [key.ledger for key in keys if told in (None, key.told)]


def _of_rule(ledger: Ledger, rule: LedgerRule | None) -> Ledger:
    """The ledger with what the rule takes alone, where one is named."""
    if rule is None:
        return ledger
    taken = tuple(estimate for estimate in ledger.estimates if estimate.rule is rule)
    return msgspec.structs.replace(ledger, estimates=taken)


def _ledger(asked: Asked, ledger_id: str) -> Ledger:
    found = asked.case.made(read_shelf).by_id.get(ledger_id)
    if found is None:
        raise HTTPException(
            404,
            "This build of the case holds no such ledger. A later build may have put its figures together differently.",
        )
    return found
