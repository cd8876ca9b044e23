"""How are the fields of a form that were left empty read? As not asked."""

from datetime import date
from typing import Annotated

from pydantic import BeforeValidator


def unasked(value: object) -> object:
    """None for a field that was left empty, the value else."""
    return None if value == "" else value


Unasked = BeforeValidator(unasked)
"""To be put beside the type of a parameter that may be None."""

Day = Annotated[date | None, Unasked]
"""A day as the browser's date field gives it: 2022-01-05."""
