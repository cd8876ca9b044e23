"""Under which day does a page file a date, and where does the day stand?"""

from variorum.model.edtf import Precision, read_edtf


def day_of(edtf: str | None) -> str | None:
    """The day, or longer stretch of time, under which the timeline files a date; None where it cannot be read."""
    period = read_edtf(edtf)
    if period is None or edtf is None:
        return None
    return period.first.isoformat() if period.precision <= Precision.DAY else edtf


def day_anchor(day: str, prefix: str = "") -> str:
    """The anchor of a day: day-2022-01-05, or of a stretch: day-2022-01-02_2022-01-08."""
    return (
        f"{prefix}day-{day.replace('/', '_').replace('~', '-about').replace('?', '-doubtful').replace('%', '-unsure')}"
    )
