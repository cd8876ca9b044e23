"""The pages of the reading room, a module each."""

from fastapi import APIRouter

from variorum.present.web.routes import (
    decisions,
    entities,
    events,
    figures,
    labels,
    lineage,
    maps,
    overview,
    places,
    points,
    reports,
    rows,
    search,
    shared,
    states,
    timeline,
)

ROUTERS: tuple[APIRouter, ...] = (
    shared.router,
    search.router,
    overview.router,
    entities.router,
    lineage.router,
    points.router,
    reports.router,
    rows.router,
    figures.router,
    states.router,
    labels.router,
    decisions.router,
    timeline.router,
    maps.router,
    events.router,
    places.router,
)
"""All of them."""
