"""What does each voice call the same people and acts?"""

from typing import Annotated

import msgspec
from fastapi import APIRouter, Depends, HTTPException, Query
from fastapi.responses import HTMLResponse, Response

from variorum.compare.labels import LabelLedger, Naming
from variorum.model.terms import LabelKind
from variorum.present.views.labels import (
    LABEL_KINDS,
    LabelChoice,
    choose_labels,
    read_label,
    read_label_shelf,
    summary,
)
from variorum.present.web.answers import Asked, Reading, as_csv, as_json, page, paged
from variorum.present.web.asking import Id, PageNumber, Unasked, Words
from variorum.present.web.hearing import Hearing
from variorum.present.web.ledger_rows import part_rows

router = APIRouter()

_A_PAGE, _FEW = 20, 10
_HEAD = ("kind", "title", "about")
_COLUMNS = ("ledger", *_HEAD, *Naming.__struct_fields__)


def _choice(
    wanted: Hearing,
    kind: Annotated[LabelKind | None, Unasked, Query()] = None,
    about: Words = "",
    word: Words = "",
    loaded: bool = False,
) -> LabelChoice:
    return LabelChoice(kind=kind, about=about.strip(), word=word.strip(), loaded=loaded, wanted=wanted)


Choice = Annotated[LabelChoice, Depends(_choice)]


@router.get("/labels")
def labels(asked: Reading, choice: Choice, number: PageNumber = 1) -> HTMLResponse:
    """The people and acts that fit the choice, with what each voice calls them."""
    shelf = asked.case.made(read_label_shelf)
    any_kind = choose_labels(shelf.keys, msgspec.structs.replace(choice, kind=None))
    kinds = [(kind, title, sum(one.kind is kind for one in any_kind)) for kind, title in LABEL_KINDS.items()]
    rows = paged([one for one in any_kind if choice.kind in (None, one.kind)], number, _A_PAGE)
    return page(
        asked,
        "labels.html",
        choice=choice,
        shelf=shelf,
        rows=rows,
        views=[read_label(one, asked.case.index) for one in rows.rows],
        counts=[(None, "All", len(any_kind)), *kinds],
        summary=summary,
        few=_FEW,
        push=True,
    )


@router.get("/labels.json")
def labels_as_json(asked: Reading, choice: Choice) -> Response:
    """The people and acts that fit the choice, with every use of a word for them."""
    return as_json(choose_labels(asked.case.made(read_label_shelf).keys, choice))


@router.get("/labels.csv")
def labels_as_csv(asked: Reading, choice: Choice) -> Response:
    """The uses of words for what fits the choice, a row each."""
    return as_csv(
        list(part_rows(choose_labels(asked.case.made(read_label_shelf).keys, choice), _HEAD)), _COLUMNS, "words"
    )


@router.get("/labels/{label_id}.json")
def label_as_json(asked: Reading, label_id: Id) -> Response:
    """Every use of a word for one crowd, entity or act."""
    return as_json([_label(asked, label_id)])


@router.get("/labels/{label_id}.csv")
def label_as_csv(asked: Reading, label_id: Id) -> Response:
    """The uses of words for one crowd, entity or act, a row each."""
    return as_csv(list(part_rows([_label(asked, label_id)], _HEAD)), _COLUMNS, "words")


@router.get("/labels/{label_id}")
def label(asked: Reading, label_id: Id, number: PageNumber = 1) -> HTMLResponse:
    """The page of one crowd, entity or act."""
    view = read_label(_label(asked, label_id), asked.case.index)
    rows = paged(view.voices, number)
    return page(asked, "label.html", view=view, rows=rows, summary=summary)


def _label(asked: Asked, label_id: str) -> LabelLedger:
    found = asked.case.made(read_label_shelf).by_id.get(label_id)
    if found is None:
        raise HTTPException(
            404, "This build of the case holds no such words. A later build may have put them differently."
        )
    return found
