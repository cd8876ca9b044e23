"""At which address do the rows behind a page stand, as JSON and as CSV?"""

from fastapi import Request

from variorum.present.web.answers import address


def behind(request: Request, ending: str) -> str:
    """The address of the rows of this view, all pages of them; `ending` is json or csv."""
    path, mark, parameters = address(request, page=None).partition("?")
    return f"{path}.{ending}{mark}{parameters}"
