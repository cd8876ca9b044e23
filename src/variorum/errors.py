"""The errors a caller of Variorum can meet; each builds its own message. Imports nothing."""


class VariorumError(Exception):
    """A mistake of the caller, or an input that cannot be used; the message is for the user."""
