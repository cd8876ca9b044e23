"""The pages of the reading room, a module each."""

from fastapi import APIRouter

from variorum.present.web.routes import overview, points, shared

ROUTERS: tuple[APIRouter, ...] = (shared.router, overview.router, points.router)
"""All of them."""
