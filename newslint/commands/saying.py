"""What a command says: its answer, its mistakes on standard error, and the status with which it ends."""

import sys
from collections.abc import Iterable

from newslint.finding import Mistake
from newslint.formats.escape import escape

FOUND, FAILED = 1, 2


def say(mistakes: Iterable[Mistake]) -> None:
    """One mistake a line."""
    for mistake in mistakes:
        sys.stderr.write(escape(str(mistake)) + "\n")


def tell(lines: Iterable[str]) -> None:
    """The answer of a command, on standard output."""
    sys.stdout.writelines(f"{escape(line)}\n" for line in lines)


def fail(message: str) -> int:
    """Why nothing could be done; the status for it."""
    sys.stderr.write(f"newslint: {escape(message)}\n")
    return FAILED


def by_place(mistake: Mistake) -> tuple[str, int, int, str]:
    return mistake.path, mistake.line or 0, mistake.column or 0, mistake.message
