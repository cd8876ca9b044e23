"""Which files does every page need? The style it shares with dossiers; those of its own lie under /static."""

from importlib.resources import files

from fastapi import APIRouter, Response

router = APIRouter()


@router.get("/static/style.css", include_in_schema=False)
def style() -> Response:
    """The style of pages and dossiers."""
    return Response(files("variorum.present.views").joinpath("style.css").read_bytes(), media_type="text/css")
