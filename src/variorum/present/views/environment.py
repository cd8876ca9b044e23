"""With what are templates filled in? Nothing reaches a page but made visible and escaped."""

from functools import cache

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

from variorum.model.terms import Certainty, Verdict
from variorum.present.views.markup import apparatus, siglum, text
from variorum.present.views.phrases import counted
from variorum.present.views.visible import finalize
from variorum.present.views.words import CERTAINTIES, VERDICT_MARKS, VERDICT_MEANINGS, VERDICTS


@cache
def environment(package: str) -> Environment:
    """The environment of a package's own templates and of the parts that the pages of all packages share."""
    made = Environment(
        loader=ChoiceLoader([PackageLoader(package), PackageLoader("variorum.present.views")]),
        autoescape=True,
        finalize=finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(
        apparatus=apparatus,
        counted=counted,
        siglum=siglum,
        text=text,
        verdicts=[
            (verdict, VERDICTS[verdict], VERDICT_MARKS[verdict], VERDICT_MEANINGS[verdict]) for verdict in Verdict
        ],
        certainties=[CERTAINTIES[certainty] for certainty in Certainty],
    )
    return made
