"""What is a build made with? The steps in their order, the language pipeline, and the key of what they make."""

import hashlib
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import msgspec
from spacy.language import Language

from variorum.annotate.language import MODEL, load_language
from variorum.annotate.page import Annotator
from variorum.model.memory import Memory
from variorum.model.tables import Report
from variorum.pipeline.steps import CaseStep, annotators, case_steps, check_order
from variorum.record.builds import StepNote

_ANNOTATING = ("model", "lexicon", "annotate", "ingest")
_COMPARING = ("model", "lexicon", "resolve")


@dataclass(frozen=True)
class Pipeline:
    """Everything a build is made with. `model` names the language pipeline and its version; `load` loads it; the steps
    keep in `memory` what the next build need not compare again.
    """

    annotators: tuple[Annotator, ...]
    steps: tuple[CaseStep, ...]
    load: Callable[[], Language]
    model: str
    memory: Memory = field(default_factory=Memory)


PipelineFactory = Callable[[], Pipeline]
"""Makes a pipeline anew in whatever process calls it; a function of a module, so that processes can pass it on."""


def english_pipeline() -> Pipeline:
    """The pipeline that ships, its order checked."""
    memory = Memory()
    pipeline = Pipeline(
        annotators(), case_steps(memory), load_language, f"{MODEL} {version(MODEL)}, spacy {version('spacy')}", memory
    )
    check_order(pipeline.annotators, pipeline.steps)
    return pipeline


def annotation_key(report: Report, pipeline: Pipeline) -> str:
    """The key of a report's findings: equal where its content and metadata, the annotators and the model are."""
    known = msgspec.structs.replace(report, file=None, files=())
    versions = [f"{annotator.name} {annotator.version}" for annotator in pipeline.annotators]
    return hashlib.sha256(msgspec.json.encode((known, versions, pipeline.model, code_digest()))).hexdigest()


@cache
def code_digest() -> str:
    """A hash of the code and lexicons that findings of a report follow from.

    Version numbers of steps say what changed on purpose; this sees to it that no old finding survives any other change.
    """
    return _digest(_ANNOTATING)


@cache
def comparison_digest() -> str:
    """A hash of the code that the memory of a case follows from."""
    return f"{_digest(_COMPARING)} rapidfuzz {version('rapidfuzz')}"


def _digest(folders: Sequence[str]) -> str:
    digest = hashlib.sha256()
    for name in folders:
        for file in _sources(files("variorum") / name):
            digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()


def step_notes(pipeline: Pipeline) -> tuple[StepNote, ...]:
    """Every step of the pipeline in order, with the question its module answers."""
    noted = [_note(a.name, a.version, a.needs, (a.sets,), a.run) for a in pipeline.annotators]
    return (*_READING, *noted, *(_note(s.name, s.version, s.needs, s.sets, s.run) for s in pipeline.steps))


_READING = (
    StepNote(
        name="ingest",
        version=1,
        needs=(),
        sets=("reports", "issues"),
        question="Which reports are in the files given, and what was set aside?",
    ),
    StepNote(
        name="sections",
        version=1,
        needs=("reports",),
        sets=("sections",),
        question="Which stretch of a report is title, dateline, byline, body, question, caption or boilerplate?",
    ),
)


def _note(name: str, number: int, needs: Sequence[str], sets: Sequence[str], run: Callable[..., Any]) -> StepNote:
    while isinstance(run, partial):
        run = run.func
    docstring = getattr(sys.modules.get(run.__module__), "__doc__", None) or ""
    question = docstring.strip().split("\n\n")[0].replace("\n", " ")
    return StepNote(name=name, version=number, needs=tuple(needs), sets=tuple(sets), question=question)


def _sources(folder: Traversable) -> Iterator[Traversable]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir() and entry.name != "__pycache__":
            yield from _sources(entry)
        elif entry.is_file() and not entry.name.endswith((".pyc", ".pyo")):
            yield entry
