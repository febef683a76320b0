"""Makes newslint/data/ngrams.bin: how words that are mixed up stand beside others.

Usage: build_mixups.py MODEL, with en-us.lm.bin of pocketsphinx 5.1.1. The words are those of rules/lists/mixed-up.txt.
Of the model's pairs and triples with one of them those are kept that say enough to count; where only very common words
stand in one, it must say more.
"""

import struct
import sys
from collections.abc import Iterator
from pathlib import Path

from language_model import Model, read

from newslint.lexicon import parse_list
from newslint.matching.ngrams import BUCKETS, HIGHEST, LOWEST, PARTS, STEP, address

ROOT = Path(__file__).resolve().parent.parent
# In powers of ten. Words that stand so often are small words.
SMALL = -3.0
PAIR, TRIPLE = 0.6, 0.9
SMALL_PAIR, SMALL_TRIPLE = 1.0, 1.4


def words() -> set[str]:
    """The words of all pairs."""
    found = set()
    for entry in parse_list((ROOT / "rules/lists/mixed-up.txt").read_text("utf-8")):
        written, _, meant = entry.partition(": ")
        found |= {written, *(one.split()[0] for one in meant.split(", "))}
    return found


def grams(model: Model, wanted: set[str]) -> Iterator[tuple[str, float]]:
    """What is kept, with its weight; those that say most come first."""
    numbers = {number for number, word in enumerate(model.words) if word in wanted}
    small = {number for number in numbers if model.single[number][0] > SMALL}
    rest = numbers - small
    found = []
    for pair in model.double:
        more = model.together(*pair) or 0
        if abs(more) >= (SMALL_PAIR if rest.isdisjoint(pair) else PAIR) and not numbers.isdisjoint(pair):
            found.append((pair, more))
    for triple in model.triple:
        if not numbers.isdisjoint(triple):
            more = model.beyond(*triple)
            if abs(more) >= (SMALL_TRIPLE if rest.isdisjoint(triple) else TRIPLE):
                found.append((triple, more))
    for gram, more in sorted(found, key=lambda one: (-abs(one[1]), one[0])):
        yield " ".join(model.words[number] for number in gram), more


def main() -> None:
    """Writes where each bucket begins, where its parts do behind that, and the entries of all."""
    parts: list[dict[int, int]] = [{} for _ in range(BUCKETS * PARTS)]
    for text, more in grams(read(sys.argv[1]), words()):
        part, first = address(text)
        level = round((min(max(10 * more, LOWEST), HIGHEST) - LOWEST) / STEP)
        parts[part].setdefault(first, level)
    starts, behind, entries = [], [], []
    for number, one in enumerate(parts):
        if number % PARTS == 0:
            starts.append(len(entries))
        behind.append(len(entries) - starts[-1])
        entries += [first | level for first, level in sorted(one.items())]
    starts.append(len(entries))
    packed = struct.pack(f"<{len(starts)}I{len(behind)}B{len(entries)}H", *starts, *behind, *entries)
    (ROOT / "newslint/data/ngrams.bin").write_bytes(packed)


if __name__ == "__main__":
    main()
