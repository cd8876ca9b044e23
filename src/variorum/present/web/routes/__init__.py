"""The pages of the reading room, a module each."""

from fastapi import APIRouter

from variorum.present.web.routes import entities, lineage, maps, overview, points, reports, rows, shared, timeline

ROUTERS: tuple[APIRouter, ...] = (
    shared.router,
    overview.router,
    entities.router,
    lineage.router,
    points.router,
    reports.router,
    rows.router,
    timeline.router,
    maps.router,
)
"""All of them."""
