"""Makes newslint/data/tortured.txt: published phrases of spinning software whose meaning is one that news has, too.

Usage: build_tortured.py BIGRAMS TORTURED: frequency_bigramdictionary_en_243_342.txt of symspellpy 6.10.1, and the
phrases of the Problematic Paper Screener as giladfeldman/torturedcheck has them (JSON).

Left out are phrases whose words stand side by side in English as it is written, and those for terms of a science: with
a word that is rare, or of many words. Each line has a first word and its phrases: how each goes, what was meant, and 1
where it is hardly anything else.
"""

import itertools
import json
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from spun_sources import FIXED, Beside, bigrams

from newslint.lexicon import parse_list
from newslint.matching.frequency import level
from newslint.matching.ngrams import weight

DATA = Path(__file__).resolve().parent.parent / "newslint/data/tortured.txt"
ORDINARY = Path(__file__).resolve().parent / "spun/ordinary.txt"
PLAIN = re.compile(r"[a-z' -]+")
# What was meant has so few words at most, none of them rarer; a single one must be as usual as those of ordinary news.
MOST, USUAL, USUAL_ALONE, LONGEST = 4, 5, 3, 6
# A phrase of two words, both so common, may be a reporter's own.
COMMON = 2


def main() -> None:
    """Writes the phrases in order, those with one first word together."""
    pairs, tortured = sys.argv[1:]
    after, _ = bigrams(pairs)
    ordinary = set(parse_list(ORDINARY.read_text("utf-8")))
    found = {}
    for phrase in json.loads(Path(tortured).read_text("utf-8"))["phrases"]:
        said, meant = phrase["tortured"].lower().strip(), _first(phrase["correct"])
        if said in ordinary or said == meant or not _of_news(said, meant):
            continue
        words, written = said.split(), list(_written(said.split(), after))
        if all(written):
            continue
        sure = not any(written) and " " in meant and (len(words) > 2 or max(map(_level, words)) > COMMON)
        found[said] = f"{said}|{meant}|{int(sure)}"
    lines = itertools.groupby(sorted(found), lambda said: re.split("[ '-]", said)[0])
    DATA.write_text("".join(f"{one}\t{';'.join(found[said] for said in of)}\n" for one, of in lines), "utf-8")


def _of_news(said: str, meant: str) -> bool:
    """Whether both are words, not too many, and those that were meant are usual."""
    if not PLAIN.fullmatch(said) or not PLAIN.fullmatch(meant):
        return False
    words, wanted = said.split(), meant.split()
    usual = USUAL if len(wanted) > 1 else USUAL_ALONE
    return 1 < len(words) <= LONGEST and len(wanted) <= MOST and all(_level(word) <= usual for word in wanted)


def _first(meant: str) -> str:
    """The first of the meanings that are given, without what stands in brackets."""
    return re.sub(r"\(.*?\)|\[.*?\]", "", re.split(r"[/;,]", meant.lower())[0]).strip()


def _level(word: str) -> int:
    """How rare a word is; whose disease it is need not be known."""
    return (
        max(map(level, re.findall(r"[a-z]+", word)), default=1)
        if word not in {"a", "i"} and not word.endswith("'s")
        else 1
    )


def _written(words: Sequence[str], after: Beside) -> Iterator[bool]:
    """Of each two words that do not stand beside anything, whether they stand side by side in ordinary English."""
    for one, other in itertools.pairwise(words):
        if FIXED.isdisjoint((one, other)):
            yield other in after[one] or bool(weight(f"{one} {other}"))


if __name__ == "__main__":
    main()
