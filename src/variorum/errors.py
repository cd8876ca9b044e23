"""The errors a caller of Variorum can meet; each builds its own message. Imports nothing."""


class VariorumError(Exception):
    """A mistake of the caller, or an input that cannot be used; the message is for the user."""


class NoSuchInput(VariorumError):
    """A path given as input leads to nothing."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path}: no such file or folder.")


class ManifestUnusable(VariorumError):
    """A manifest that cannot be used at all."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: this manifest cannot be used: {reason}.")
