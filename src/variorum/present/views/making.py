"""What is made of a case only once, however many ask for it at the same time?"""

import threading
from collections.abc import Callable
from typing import Any, Generic, TypeVar

S = TypeVar("S")
T = TypeVar("T")


class Made(Generic[S]):
    """Keeps what functions make of one thing. Who asks for what is there already never waits for what is still being made."""

    def __init__(self, source: S) -> None:
        self._source = source
        self._slots: dict[object, _Slot] = {}

    def of(self, make: Callable[[S], T]) -> T:
        """What the function makes, made when first asked for, by one thread alone. To be given functions of a module.

        Where making fails nothing is kept: whoever asks next tries again.
        """
        # setdefault is one step, so all threads get the same slot
        slot = self._slots.get(make) or self._slots.setdefault(make, _Slot())
        if not slot.full:
            with slot.making:
                if not slot.full:
                    slot.value = make(self._source)
                    slot.full = True
        value: T = slot.value
        return value


class _Slot:
    """The place of one function's work. The lock is one per function: a function may ask for what others make."""

    __slots__ = ("full", "making", "value")

    def __init__(self) -> None:
        self.making = threading.RLock()
        self.full = False
        self.value: Any = None
