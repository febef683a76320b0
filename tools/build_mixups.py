"""Makes newslint/data/mixups.z and neighbours.z: beside which words a word stands, and the word it is mixed up with.

Usage: build_mixups.py BIGRAMS, with frequency_bigramdictionary_en_243_342.txt of SymSpell (symspellpy 6.10.1).
The pairs are those of rules/lists/mixed-up-words.txt, and of mixed-up-usual-words.txt, where both words are usual and a
neighbour must speak for the right one beyond what their own frequency makes. neighbours.z has for each word of the
pairs of mixed-up-rare.txt and mixed-up-common.txt how often others stand beside it, in tenths of a power of ten over
UNSEEN.
"""

import math
import sys
import zlib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from newslint.lexicon import parse_list

ROOT = Path(__file__).resolve().parent.parent
# The table leaves out what is rarer than twice this.
UNSEEN = 3_000_000
# A neighbour speaks for a word that it stands beside so many times as often, and against the other unless it does so
# this many times.
SPEAKS, NEUTRAL = 5, 2

# Of two usual words the right one must stand beside a neighbour so many times as often as it does beside all others;
# beside a very common neighbour, for which it is much the likelier by itself, twice as often will do.
BEYOND, BEYOND_COMMON, COMMON = 3, 2, 30

# The lists whose words are weighed by how often each neighbour was counted.
GRADED = ("mixed-up-rare", "mixed-up-common", "mixed-up-topics", "mixed-up-company")

Counts = Mapping[str, int]


def split(right: Counts, wrong: Counts) -> tuple[list[str], list[str]]:
    """The neighbours that speak for the right word, and those that speak for the wrong one."""
    ratios = {word: max(right.get(word, 0), UNSEEN) / max(wrong.get(word, 0), UNSEEN) for word in {*right, *wrong}}
    return (
        sorted(word for word, ratio in ratios.items() if ratio >= SPEAKS),
        sorted(word for word, ratio in ratios.items() if ratio <= NEUTRAL),
    )


def split_usual(right: Counts, wrong: Counts) -> tuple[list[str], list[str]]:
    """The same for two usual words, with their own frequency taken out."""
    own = max(sum(right.values()), UNSEEN) / max(sum(wrong.values()), UNSEEN)
    speaks, against = [], []
    for word in sorted({*right, *wrong}):
        ratio = max(right.get(word, 0), UNSEEN) / max(wrong.get(word, 0), UNSEEN)
        common = right.get(word, 0) >= COMMON * UNSEEN and ratio >= max(COMMON, BEYOND_COMMON * own)
        if common or ratio >= max(SPEAKS, BEYOND * max(own, 1)):
            speaks.append(word)
        if ratio <= max(NEUTRAL, own / BEYOND):
            against.append(word)
    return speaks, against


def pairs_of(name: str) -> Iterator[list[str]]:
    """The words of each pair of a list."""
    for entry in parse_list((ROOT / f"rules/lists/{name}.txt").read_text("utf-8")):
        yield entry.partition(" / ")[0].split(": ")


def levels(counts: Counts) -> str:
    """How often each word was counted: ``the 23 a 20``; those near UNSEEN are left out."""
    graded = {word: int(10 * math.log10(max(count, UNSEEN) / UNSEEN)) for word, count in counts.items()}
    return " ".join(f"{word} {level}" for word, level in sorted(graded.items()) if level)


def main() -> None:
    """Writes a line for each pair: the words, then the neighbours before them and those after them."""
    before: dict[str, dict[str, int]] = defaultdict(dict)
    after: dict[str, dict[str, int]] = defaultdict(dict)
    for line in Path(sys.argv[1]).read_text("utf-8-sig").splitlines():
        first, second, count = line.split()
        before[second][first] = int(count)
        after[first][second] = int(count)
    lines = []
    for name, judge in (("mixed-up-words", split), ("mixed-up-usual-words", split_usual)):
        for entry in parse_list((ROOT / f"rules/lists/{name}.txt").read_text("utf-8")):
            wrong, right = entry.partition(" / ")[0].split(": ")
            sides = [*judge(before[right], before[wrong]), *judge(after[right], after[wrong])]
            lines.append("\t".join([f"{wrong} {right}", *(" ".join(side) for side in sides)]))
    graded = {word for name in GRADED for pair in pairs_of(name) for word in pair}
    head, packed = [], b""
    for word in sorted(graded):
        packed += zlib.compress(f"{levels(before[word])}\t{levels(after[word])}".encode(), 9)
        head.append(f"{word} {len(packed)}")
    (ROOT / "newslint/data/neighbours.z").write_bytes(" ".join(head).encode() + b"\n" + packed)
    (ROOT / "newslint/data/mixups.z").write_bytes(zlib.compress("\n".join(sorted(lines)).encode(), 9))


if __name__ == "__main__":
    main()
