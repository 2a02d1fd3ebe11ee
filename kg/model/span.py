"""Say where something stands, and how it is known."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points in a document's text, as it was read.

    >>> Span(3, 5) in Span(0, 8)
    True
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse an empty or reversed range."""
        if not 0 <= self.start < self.end:
            message = (
                f"span must satisfy 0 <= start < end, got {self.start}..{self.end}"
            )
            raise ValueError(message)

    def __contains__(self, other: "Span") -> bool:
        """Tell whether *other* lies wholly within this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Tell whether this span and *other* share a character."""
        return self.start < other.end and other.start < self.end


class Basis(StrEnum):
    """How a value is known."""

    STATED = "stated"
    """The text says it beside the thing itself: （代理出席）."""
    LEGEND = "legend"
    """A mark stands there, and a legend says what it means: *Web参加."""
    DEFAULT = "default"
    """Nothing is printed where the record would print the exception."""
    INFERRED = "inferred"
    """A rule concludes it from something else that is printed."""


@dataclass(frozen=True, slots=True)
class Grounded(Generic[T]):
    """A value with the way it is known and the words it rests on."""

    value: T
    basis: Basis
    evidence: tuple[Span, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a value without evidence, unless it is a default."""
        if not self.evidence and self.basis is not Basis.DEFAULT:
            message = f"{self.basis} value {self.value!r} needs evidence"
            raise ValueError(message)
