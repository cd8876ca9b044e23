"""How are the parts of an address read? Fields of a form that were left empty are not asked."""

from datetime import date
from typing import Annotated

from fastapi import Path, Query
from pydantic import BeforeValidator


def unasked(value: object) -> object:
    """None for a field that was left empty, the value else."""
    return None if value == "" else value


Unasked = BeforeValidator(unasked)
"""To be put beside the type of a parameter that may be None."""

Day = Annotated[date | None, Unasked]
"""A day as the browser's date field gives it: 2022-01-05."""

Id = Annotated[str, Path(max_length=200)]
"""The id of a row in the path of an address."""

Words = Annotated[str, Query(max_length=500)]
"""Words typed into a field."""

PageNumber = Annotated[int, Query(alias="page", ge=1, le=1_000_000)]
"""Which page of a long list, counted from 1."""
