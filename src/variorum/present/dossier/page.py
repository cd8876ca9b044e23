"""How do the parts of a dossier become one HTML page that needs nothing else?"""

import base64
import hashlib
from importlib.metadata import version
from importlib.resources import files
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from markupsafe import Markup

from variorum.model.tables import Tables
from variorum.present.views.decisions import read_decisions
from variorum.present.views.entities import read_entities
from variorum.present.views.environment import environment
from variorum.present.views.figures import read_figures, read_rules
from variorum.present.views.heading import read_heading
from variorum.present.views.index import Index
from variorum.present.views.labels import read_label_views
from variorum.present.views.lineage import read_lineage_rows
from variorum.present.views.lineage_drawing import read_pictures
from variorum.present.views.places import read_places
from variorum.present.views.points import read_points
from variorum.present.views.reports import read_reports
from variorum.present.views.states import read_state_groups
from variorum.present.views.timeline import read_timeline
from variorum.present.views.timeline_strip import read_timeline_strip
from variorum.present.views.voices import read_voices


def render_dossier(tables: Tables, *, name: str = "") -> str:
    """The case as one HTML page: no script, no outside request, every row linked to its words and back.

    `name` is what the page calls the case. The same tables give the same page. Findings of reports that were set aside
    have no words to lead to, and are shown without a link.
    """
    index = Index(tables)
    style = _style()
    return (
        environment("variorum.present.dossier")
        .get_template("dossier.html")
        .render(
            name=name or "Unnamed case",
            version=version("variorum"),
            style=style,
            style_hash=_hash(style),
            heading=read_heading(index),
            points=read_points(index),
            timeline=read_timeline(index),
            strip=read_timeline_strip(index),
            ledgers=read_figures(index),
            ledger_rules=read_rules(),
            voices=read_voices(index),
            entities=read_entities(index),
            states=read_state_groups(index),
            labels=read_label_views(index),
            places=read_places(index),
            lineage=read_lineage_rows(index),
            pictures=read_pictures(index),
            decisions=read_decisions(index),
            reports=read_reports(index),
        )
    )


def case_name(location: str) -> str:
    """What to call a case that lies there: the name of its file, or of its database, without what leads to it."""
    path = urlsplit(location).path if "://" in location else location
    return PurePosixPath(path.replace("\\", "/")).stem


def _style() -> Markup:
    """Our own style sheet, the one thing on the page that is not escaped."""
    return Markup(files("variorum.present.views").joinpath("style.css").read_text(encoding="utf-8"))


def _hash(style: str) -> str:
    return base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
