"""A case as one HTML file: to read, to mail, to print."""

from variorum.present.dossier.page import case_name, render_dossier

__all__ = ["case_name", "render_dossier"]
