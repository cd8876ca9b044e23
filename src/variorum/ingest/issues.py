"""How a thing set aside or doubted while reading becomes a row for the user."""

from variorum.model.ids import content_id
from variorum.model.tables import Issue
from variorum.model.terms import Severity

STAGE = "ingest"


def set_aside(file: str, code: str, detail: str, report: str | None = None) -> Issue:
    """An issue for something that could not be read at all; `detail` names its place and the reason."""
    return _issue(Severity.ERROR, file, code, detail, report)


def doubted(file: str, code: str, detail: str, report: str | None = None) -> Issue:
    """An issue for something that was read, but of which a part may be wrong or was left out."""
    return _issue(Severity.WARNING, file, code, detail, report)


def noted(file: str, code: str, detail: str, report: str | None = None) -> Issue:
    """An issue that only informs."""
    return _issue(Severity.NOTE, file, code, detail, report)


def _issue(severity: Severity, file: str, code: str, detail: str, report: str | None) -> Issue:
    return Issue(
        id=content_id("issue", STAGE, code, file, detail),
        severity=severity,
        stage=STAGE,
        file=file,
        report=report,
        code=code,
        detail=detail,
    )
