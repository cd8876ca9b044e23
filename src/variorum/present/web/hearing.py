"""Whose account, of which outlet and day, does an address ask for?"""

from typing import Annotated

from fastapi import Depends, Query

from variorum.present.views.heard import Speaker, Wanted
from variorum.present.web.asking import Day, Unasked, Words


def _wanted(
    outlet: Words = "",
    first: Annotated[Day, Query(alias="from")] = None,
    last: Annotated[Day, Query(alias="to")] = None,
    voice: Annotated[Speaker | None, Unasked, Query(description="Voices that speak for a state, or all others")] = None,
) -> Wanted:
    return Wanted(outlet=outlet.strip(), first=first, last=last, voice=voice)


Hearing = Annotated[Wanted, Depends(_wanted)]
"""What a route takes to know which accounts are wanted."""
