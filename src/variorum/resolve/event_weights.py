"""How strongly does each thing two tellings share, or do not share, speak for their being of one event?"""

from variorum.model.base import Record

ENOUGH = 2.5
"""The weight from which two tellings are of one event."""


class Weights(Record, frozen=True, kw_only=True):
    """What each observation adds; together they must reach ENOUGH.

    Day: both told at their clause (`day`), one carried over from the text around it (`day_carried`), a month or longer
    (`period`), neighbouring days (`day_beside`), reports of one story and day where a telling has no date (`fresh`), or of a few
    days (`lately`).
    Place: the same town, region or country; one that holds the other (`inside`); one beside the other (`beside`).
    Parties: the same one it happens to (`bearer`) or does it (`doer`); one that is unnamed counts half; another, unnamed too
    (`stranger`).
    Counts: the same one, large or small; another one (`odds`); another means of harm (`means`).
    Words: the same act (`concept`), the same word for it (`lemma`); likeness of the sentences and of the reports, in steps;
    sentences with next to nothing in common (`unlike`).
    """

    day: float = 2.0
    day_carried: float = 1.5
    period: float = 0.5
    day_beside: float = -1.5
    fresh: float = 0.0
    lately: float = 0.0
    town: float = 2.0
    region: float = 1.5
    country: float = 1.0
    inside: float = 0.5
    beside: float = -0.5
    bearer: float = 2.0
    doer: float = 1.0
    stranger: float = -0.5
    large_count: float = 1.5
    small_count: float = 0.5
    odds: float = -0.25
    means: float = -1.5
    concept: float = 0.75
    lemma: float = 0.75
    sentences: tuple[float, float, float, float] = (2.0, 1.5, 1.0, 0.25)
    unlike: float = 0.0
    reports: tuple[float, float, float] = (2.5, 2.0, 0.5)


USUAL = Weights()
"""For what happens now and then."""
RECURRING = Weights(region=1.0, country=0.5, inside=-0.5)
"""For what happens in many places in one crisis."""
LONE_HARM = Weights(day_beside=2.0, region=1.0, country=0.5, fresh=2.5, lately=2.0, stranger=0.0)
"""For harm on days on which the case sees one such event: what tells of the dead then tells of the same."""
CROWDED_HARM = Weights(
    day=1.25,
    day_carried=1.25,
    day_beside=-2.0,
    town=1.25,
    region=0.5,
    country=0.0,
    inside=-0.5,
    bearer=0.5,
    doer=0.5,
    odds=-0.25,
    concept=0.25,
    lemma=0.25,
    unlike=-1.0,
    reports=(1.25, 1.0, 0.25),
)
"""For harm on days on which the case sees several: day and place alone then say too little."""
ONE_REPORT = Weights(region=1.0, country=0.5, inside=-0.5, stranger=0.0, small_count=1.5)
"""Within one report."""

SENTENCES_ALIKE = (0.4, 0.3, 0.2, 0.1)
REPORTS_ALIKE = (0.4, 0.2, 0.12)
UNLIKE = 0.05
"""Likeness below which two sentences have next to nothing in common."""
ONE_STORY = 0.05
"""Likeness from which two reports may tell of one story."""
TOLD_TOGETHER = 1.0
"""What standing in one report adds."""
HEADLINE = 1.5
"""What it adds where one of the two stands in the title, which tells what the report is about."""
BESIDE = 1.0
"""What it adds that a report lays another voice's count beside the first."""
TURNED = -1.0
"""What it adds where the later one's sentence turns to something else."""
