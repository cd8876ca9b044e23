"""The pages of the reading room, a module each."""

from fastapi import APIRouter

from variorum.present.web.routes import overview, shared

ROUTERS: tuple[APIRouter, ...] = (shared.router, overview.router)
"""All of them."""
