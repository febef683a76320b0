"""How fast paragraphs, sentences and quotations are found, in millions of characters a second.

On prose, and on text made to be slow.

Run: python bench/language_segment.py [FILE…]
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path

from newslint.language.quotes import balance
from newslint.language.segment import sentences
from newslint.readers.plain import decode, paragraphs
from newslint.span import Span
from newslint.text import fold

PROSE = """\
Council votes to close the old bridge

MILLTOWN (City Desk) - The council voted 9-4 on Tuesday, Jan. 5, to close the old bridge, “a danger to us all.”

“We can't wait,” Ms. J. K. Orr said after the vote. “The engineers' report has been here since 9 a.m. on Monday.”

The U.S. government paid $4.5 million in 2019. "It was 'the right thing' to do," the mayor said. "I'd do it again."

"""
UNITS = {"quotes": '"', "opening": ' "a', "stops": ". ", "brackets": "(", "nested": "\"'a ", "inches": '5" '}


def rate(work: Callable[[], object], size: int) -> float:
    """The best of three, in megabytes a second."""
    best = float("inf")
    for _ in range(3):
        begun = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - begun)
    return size / best / 1e6


def measure(name: str, text: str) -> None:
    """Prints one line for one text."""
    blocks = paragraphs(text)
    folded = fold(text, [Span(block.start, block.end) for block in blocks])
    figures = (
        rate(lambda: paragraphs(text), len(text)),
        rate(lambda: sentences(folded, blocks), len(text)),
        rate(lambda: balance(folded, blocks), len(text)),
    )
    print(f"{name:<12}" + "".join(f"{figure:12.1f}" for figure in figures))


if __name__ == "__main__":
    print(f"{'MB/s':<12}{'paragraphs':>12}{'sentences':>12}{'quotations':>12}")
    given = "\n\n".join(decode(Path(path).read_bytes())[0] for path in sys.argv[1:])
    measure("prose", given or PROSE * 1500)
    for label, unit in UNITS.items():
        measure(label, unit * (200_000 // len(unit)))
