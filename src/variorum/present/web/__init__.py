"""The reading room: a case as a local web application, for one reader, on this machine alone."""

from variorum.present.web.app import reading_room

__all__ = ["reading_room"]
