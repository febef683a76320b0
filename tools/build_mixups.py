"""Makes newslint/data/mixups.z: beside which words a word stands, and beside which the word it is mixed up with.

Usage: build_mixups.py BIGRAMS, with frequency_bigramdictionary_en_243_342.txt of SymSpell (symspellpy 6.10.1).
The pairs are those of rules/lists/mixed-up-words.txt.
"""

import sys
import zlib
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from newslint.lexicon import parse_list

ROOT = Path(__file__).resolve().parent.parent
# The table leaves out what is rarer than twice this.
UNSEEN = 3_000_000
# A neighbour speaks for a word that it stands beside so many times as often, and against the other unless it does so
# this many times.
SPEAKS, NEUTRAL = 5, 2

Counts = Mapping[str, int]


def split(right: Counts, wrong: Counts) -> tuple[list[str], list[str]]:
    """The neighbours that speak for the right word, and those that speak for the wrong one."""
    ratios = {word: max(right.get(word, 0), UNSEEN) / max(wrong.get(word, 0), UNSEEN) for word in {*right, *wrong}}
    return (
        sorted(word for word, ratio in ratios.items() if ratio >= SPEAKS),
        sorted(word for word, ratio in ratios.items() if ratio <= NEUTRAL),
    )


def main() -> None:
    """Writes a line for each pair: the words, then the neighbours before them and those after them."""
    before: dict[str, dict[str, int]] = defaultdict(dict)
    after: dict[str, dict[str, int]] = defaultdict(dict)
    for line in Path(sys.argv[1]).read_text("utf-8-sig").splitlines():
        first, second, count = line.split()
        before[second][first] = int(count)
        after[first][second] = int(count)
    lines = []
    for entry in parse_list((ROOT / "rules/lists/mixed-up-words.txt").read_text("utf-8")):
        wrong, right = entry.partition(" / ")[0].split(": ")
        sides = [*split(before[right], before[wrong]), *split(after[right], after[wrong])]
        lines.append("\t".join([f"{wrong} {right}", *(" ".join(side) for side in sides)]))
    (ROOT / "newslint/data/mixups.z").write_bytes(zlib.compress("\n".join(sorted(lines)).encode(), 9))


if __name__ == "__main__":
    main()
