"""How do the parts of a dossier become one HTML page that needs nothing else?"""

import base64
import hashlib
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from variorum.model.tables import Tables
from variorum.model.terms import Certainty, Verdict
from variorum.present.dossier.entities import read_entities
from variorum.present.dossier.figures import read_figures
from variorum.present.dossier.heading import read_heading
from variorum.present.dossier.index import Index
from variorum.present.dossier.lineage import read_lineage_rows
from variorum.present.dossier.markup import siglum, text
from variorum.present.dossier.phrases import counted
from variorum.present.dossier.places import read_places
from variorum.present.dossier.points import read_points
from variorum.present.dossier.reports import read_reports
from variorum.present.dossier.timeline import read_timeline
from variorum.present.dossier.visible import finalize
from variorum.present.dossier.voices import read_voices
from variorum.present.dossier.words import CERTAINTIES, VERDICT_MARKS, VERDICT_MEANINGS, VERDICTS


def render_dossier(tables: Tables, *, name: str = "") -> str:
    """The case as one HTML page: no script, no outside request, every row linked to its words and back.

    `name` is what the page calls the case. The same tables give the same page. Findings of reports that were set aside
    have no words to lead to, and are shown without a link.
    """
    index = Index(tables)
    style = _style()
    return (
        _environment()
        .get_template("dossier.html")
        .render(
            name=name or "Unnamed case",
            version=version("variorum"),
            style=style,
            style_hash=_hash(style),
            heading=read_heading(index),
            points=read_points(index),
            timeline=read_timeline(index),
            ledgers=read_figures(index),
            voices=read_voices(index),
            entities=read_entities(index),
            places=read_places(index),
            lineage=read_lineage_rows(index),
            reports=read_reports(index),
        )
    )


def case_name(location: str) -> str:
    """What to call a case that lies there: the name of its file, or of its database, without what leads to it."""
    path = urlsplit(location).path if "://" in location else location
    return PurePosixPath(path.replace("\\", "/")).stem


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("variorum.present.dossier"),
        autoescape=True,
        finalize=finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        counted=counted,
        siglum=siglum,
        text=text,
        verdicts=[
            (verdict, VERDICTS[verdict], VERDICT_MARKS[verdict], VERDICT_MEANINGS[verdict]) for verdict in Verdict
        ],
        certainties=[CERTAINTIES[certainty] for certainty in Certainty],
    )
    return environment


def _style() -> Markup:
    """Our own style sheet, the one thing on the page that is not escaped."""
    return Markup(files("variorum.present.dossier").joinpath("dossier.css").read_text(encoding="utf-8"))


def _hash(style: str) -> str:
    return base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
