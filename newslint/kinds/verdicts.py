"""What the fact sheets say of a statement about an office."""

from collections.abc import Callable, Sequence
from typing import Literal

from newslint.kinds.offices import Statement
from newslint.records import NamedTuple

Says = Literal["right", "wrong", "then", "first-name", "spelling", "party", "outside", "unknown"]


class Days(NamedTuple):
    """When an article is from, as numbers: its own date if it has one, and the days between which it must be from."""

    article: int | None
    between: Callable[[], tuple[int, int]]


class Verdict(NamedTuple):
    """What the sheets say of a statement; ``right``: who it should be, or what he is; ``fix``: the name mended."""

    statement: Statement
    says: Says
    right: str = ""
    fix: str = ""


def both(names: Sequence[str]) -> str:
    """Names in a row."""
    return " and ".join(names)
