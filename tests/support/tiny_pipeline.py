"""A pipeline without a language model, quick enough to build many cases with."""

import re
from functools import cache

import msgspec
import spacy
from spacy.language import Language

from variorum.annotate.page import Annotator, Page
from variorum.model.base import Span
from variorum.model.ids import content_id, finding_id
from variorum.model.tables import Entity, Mention, Tables
from variorum.model.terms import EntityType
from variorum.pipeline.assembly import Pipeline
from variorum.pipeline.steps import CaseStep

BROKEN_WORD = "Kaboom"


@cache
def blank() -> Language:
    return spacy.blank("en")


def find_capitals(page: Page, found: Tables) -> tuple[Mention, ...]:
    text = page.report.text
    if BROKEN_WORD in text:
        raise ValueError("this report breaks the step")
    spans = [Span(start=match.start(), end=match.end()) for match in re.finditer(r"[A-Z][a-z]+", text)]
    return tuple(
        Mention(
            id=finding_id("mentions", page.report.id, span),
            report=page.report.id,
            start=span.start,
            end=span.end,
            text=page.quote(span),
            type=EntityType.GROUP,
            rule="capital letter",
        )
        for span in spans
    )


def resolve_capitals(tables: Tables) -> Tables:
    names = sorted({mention.text for mention in tables.mentions})
    entities = tuple(Entity(id=content_id("entity", name), type=EntityType.GROUP, name=name) for name in names)
    mentions = tuple(
        msgspec.structs.replace(mention, entity=content_id("entity", mention.text)) for mention in tables.mentions
    )
    return msgspec.structs.replace(tables, mentions=mentions, entities=entities)


def tiny_pipeline() -> Pipeline:
    return Pipeline(
        annotators=(Annotator(name="capitals", version=1, needs=("sections",), sets="mentions", run=find_capitals),),
        steps=(CaseStep("names", 1, ("mentions",), ("mentions", "entities"), resolve_capitals),),
        load=blank,
        model="none",
    )
