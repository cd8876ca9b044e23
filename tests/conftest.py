"""Fixtures that many tests share."""

from collections.abc import Callable

import pytest
from hypothesis import settings
from spacy.language import Language

from variorum.annotate.language import load_language, read_language
from variorum.annotate.page import Page
from variorum.ingest.sections import find_sections
from variorum.model.tables import Report

settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-golden` writes the golden files anew."""
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Says in a line each which tests were left out for want of a program, and how to install it."""
    skipped = terminalreporter.stats.get("skipped", ())
    reasons = {str(report.longrepr[2]).removeprefix("Skipped: ") for report in skipped}
    for reason in sorted(reason for reason in reasons if "left out" in reason):
        terminalreporter.write_line(reason)


@pytest.fixture(scope="session")
def language() -> Language:
    """The English pipeline of spaCy, loaded once."""
    return load_language()


@pytest.fixture(scope="session")
def parse(language: Language) -> Callable[[str], Page]:
    """A page from a text: its sections found and its words parsed."""

    def parse_text(text: str, published: str | None = None) -> Page:
        report = Report(id="report-test", sha256="", text=text, published=published, language="en")
        sections = find_sections(report)
        return Page(report=report, sections=sections, doc=read_language(language, text, sections))

    return parse_text
