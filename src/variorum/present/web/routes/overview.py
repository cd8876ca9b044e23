"""What is the case built from, and what should a reader see first?"""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from variorum.present.views.heading import read_heading
from variorum.present.views.points import read_points
from variorum.present.web.answers import Reading, page

router = APIRouter()


@router.get("/")
def overview(asked: Reading) -> HTMLResponse:
    """The overview."""
    return page(asked, "overview.html", heading=asked.case.made(read_heading), points=asked.case.made(read_points))
