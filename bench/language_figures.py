"""How fast figures, dates and times are read: ``python bench/language_figures.py [FILE…]`` prints MB/s."""

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from newslint.language.dates import clocks, dates
from newslint.language.figures import figures
from newslint.span import Span
from newslint.text import Folded, fold

_SAMPLE = (
    "Officials said on Tuesday, Dec. 31, 2019 that at least 12 people died and 1,300 homes were lost near the coast. "
    "The repairs may cost $3.5 billion, about 12 percent more than the council of the town had expected in June.\n"
)


def megabytes_per_second(reader: Callable[[Folded, Sequence[Span]], object], text: Folded) -> float:
    """The best of three runs."""
    best = float("inf")
    for _ in range(3):
        began = time.perf_counter()
        reader(text, ())
        best = min(best, time.perf_counter() - began)
    return len(text.raw) / 1e6 / best


def main(paths: list[str]) -> None:
    """Prints one line a reader."""
    text = fold("\n".join(Path(path).read_text(encoding="utf-8") for path in paths) or _SAMPLE * 5000)
    for reader in (figures, dates, clocks):
        print(f"{reader.__name__:8} {megabytes_per_second(reader, text):6.1f} MB/s")


if __name__ == "__main__":
    main(sys.argv[1:])
