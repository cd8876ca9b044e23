"""The pages of the reading room, a module each."""

from fastapi import APIRouter

from variorum.present.web.routes import entities, overview, points, reports, rows, shared, timeline

ROUTERS: tuple[APIRouter, ...] = (
    shared.router,
    overview.router,
    entities.router,
    points.router,
    reports.router,
    timeline.router,
    rows.router,
)
"""All of them."""
