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


class NotACase(VariorumError):
    """Something named as a case that is none, or is damaged."""

    def __init__(self, case: str, reason: str) -> None:
        super().__init__(f"{case}: this is not a case that can be used: {reason}.")


class NoSuchCase(VariorumError):
    """A case that does not exist, or of which no build was ever finished."""

    def __init__(self, case: str) -> None:
        super().__init__(f"{case}: no case here yet. Make one with: variorum build {case} REPORTS...")


class CaseTooNew(VariorumError):
    """A case whose schema this version does not know."""

    def __init__(self, case: str) -> None:
        super().__init__(
            f"{case}: made by another version of Variorum, which this one cannot read. Update it, or build anew."
        )


class CaseBusy(VariorumError):
    """A case that another process is building."""

    def __init__(self, case: str) -> None:
        super().__init__(
            f"{case}: another build is at work on this case. Try again when it is done, or use --wait SECONDS."
        )


class CaseUnwritable(VariorumError):
    """A place where no case can be written."""

    def __init__(self, case: str, reason: str) -> None:
        super().__init__(f"{case}: the case cannot be written: {reason}.")


class NothingToBuild(VariorumError):
    """A build without a single report."""

    def __init__(self) -> None:
        super().__init__(
            "no reports found in what was given: expected .txt, .html, .jsonl or .csv files, or folders of them."
        )


class WorkerLost(VariorumError):
    """A worker process that died, mostly for want of memory."""

    def __init__(self) -> None:
        super().__init__(
            "a worker process died, perhaps for want of memory. What was finished is kept; build with fewer jobs."
        )


class NoSuchRow(VariorumError):
    """An id, or the start of one, that names no row of the case."""

    def __init__(self, row_id: str) -> None:
        super().__init__(f"{row_id}: no row of this case has this id.")


class AmbiguousRow(VariorumError):
    """The start of an id that several rows share."""

    def __init__(self, row_id: str, candidates: tuple[str, ...]) -> None:
        super().__init__(f"{row_id}: more than one row has an id that starts so: {', '.join(candidates)}.")


class ReviewerMissing(VariorumError):
    """A decision that no one stands for."""

    def __init__(self) -> None:
        super().__init__(
            "a decision needs the name of who makes it: --as NAME, or VARIORUM_REVIEWER in the environment."
        )


class MovedRow(NoSuchRow):
    """A row that a decision has taken from the record: rejected, or one with another now."""

    def __init__(self, row_id: str, number: int, kind: str, now: tuple[str, ...]) -> None:
        where = f"; look at {', '.join(now)}" if now else ""
        VariorumError.__init__(
            self,
            f"{row_id}: not in the record any more since decision {number} ({kind}){where}. Withdraw it to have the row back.",
        )


class CannotDecide(VariorumError):
    """A decision that rows of these kinds do not bear."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"this cannot be decided: {reason}.")


class UnknownFormat(VariorumError):
    """A format that no export is written in."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(f"{name}: unknown format. Known are {', '.join(known)}.")


class ExportUnwritable(VariorumError):
    """A place where an export cannot be written."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: cannot be written: {reason}.")


class PortTaken(VariorumError):
    """A port that cannot be listened at."""

    def __init__(self, port: int, reason: str) -> None:
        super().__init__(
            f"port {port} cannot be used: {reason}. Name another with --port, or none to take one that is free."
        )


def described(error: BaseException) -> str:
    """An error of the program in one line, with the file and line that raised it, for whoever mends it."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f" ({trace.tb_frame.f_code.co_filename.rpartition('/')[2]}, line {trace.tb_lineno})" if trace else ""
    return f"{type(error).__name__}: {error}{place}"
