"""Makes newslint/data/ngrams.bin: how words that are mixed up stand beside others.

Usage: build_mixups.py MODEL, with en-us.lm.bin of pocketsphinx 5.1.1. The words are those of rules/lists/mixed-up.txt.
Of the model's pairs and triples with one of them those are kept that say enough to count; those of small words say less
each and tell more together, so that more of them are kept.
"""

import struct
import sys
from collections.abc import Iterator
from pathlib import Path

from language_model import Model, read

from newslint.lexicon import parse_list
from newslint.matching.ngrams import BUCKETS, fingerprint

ROOT = Path(__file__).resolve().parent.parent
# In powers of ten. Words that stand so often are small words.
SMALL = -3.0
PAIR, TRIPLE = 0.5, 0.8
SMALL_PAIR, SMALL_TRIPLE = 0.33, 0.43
# Of weights in tenths, as they are kept.
LOWEST, HIGHEST = -40, 80


def words() -> set[str]:
    """The words of all pairs."""
    found = set()
    for entry in parse_list((ROOT / "rules/lists/mixed-up.txt").read_text("utf-8")):
        written, _, meant = entry.partition(": ")
        found |= {written, *(one.split()[0] for one in meant.split(", "))}
    return found


def grams(model: Model, wanted: set[str]) -> Iterator[tuple[str, int]]:
    """What is kept, with its weight; those that say most come first."""
    numbers = {number for number, word in enumerate(model.words) if word in wanted}
    small = {number for number in numbers if model.single[number][0] > SMALL}
    found = []
    for pair in model.double:
        if not numbers.isdisjoint(pair):
            more = model.together(*pair) or 0
            if abs(more) >= (PAIR if small.isdisjoint(pair) else SMALL_PAIR):
                found.append((pair, more))
    for triple in model.triple:
        if not numbers.isdisjoint(triple):
            more = model.beyond(*triple)
            if abs(more) >= (TRIPLE if small.isdisjoint(triple) else SMALL_TRIPLE):
                found.append((triple, more))
    for gram, more in sorted(found, key=lambda one: (-abs(one[1]), one[0])):
        yield " ".join(model.words[number] for number in gram), min(max(round(10 * more), LOWEST), HIGHEST)


def write(model: Model, wanted: set[str]) -> int:
    """Writes where each bucket begins, then the hashes of all, then their weights; tells how many there are."""
    known: dict[int, int] = {}
    for text, more in grams(model, wanted):
        known.setdefault(fingerprint(text), more)
    starts, order = [0] * (BUCKETS + 1), sorted(known)
    for one in order:
        starts[(one >> 16) + 1] += 1
    for bucket in range(BUCKETS):
        starts[bucket + 1] += starts[bucket]
    head = struct.pack(f"<{len(starts)}I", *starts)
    hashes = struct.pack(f"<{len(order)}H", *(one & 0xFFFF for one in order))
    weights = struct.pack(f"<{len(order)}b", *(known[one] for one in order))
    (ROOT / "newslint/data/ngrams.bin").write_bytes(head + hashes + weights)
    return len(order)


if __name__ == "__main__":
    print(write(read(sys.argv[1]), words()))
