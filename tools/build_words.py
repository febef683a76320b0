"""Makes newslint/data/words.txt and variants.txt, and the list of proper names, from SCOWL (see NOTICE.txt there).

Usage: build_words.py FOLDER VARCON, with Debian's package ``scowl`` (/usr/share/dict/scowl) and SCOWL's varcon.txt.
"""

import re
import sys
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
DATA = PROJECT / "newslint" / "data"
NAMES = PROJECT / "rules" / "lists" / "proper-names.txt"
# SCOWL's own scale: 10 holds the commonest words, 70 all that a large dictionary has.
HIGHEST = 70
COMMON = 55
# Words of so few letters are taken from the commoner lists alone, and with the abbreviations that are written small:
# the rarest would hide slips of the keys.
SHORT, SHORT_HIGHEST = 3, 60
LEAST = 2
LEAST_OF_NAME = 5
# Words of one country that are another word of the other, or right in both: a table cannot tell them apart.
AMBIGUOUS = re.compile(
    r"(?:program|check|cheque|meter|metre|licen[sc]|practi[sc]|stor(?:e?y|ie)|curb|kerb|t[iy]re|draft|draught|gray|grey|"
    r"inquir|enquir|disk|disc|plow|plough|analyz|judg|acknowledg|abridg|mom|mum|ax\b|axe\b|whisk|ton\b|tonne|good-?by|"
    r"cozy|cosy|jail|gaol|ass|arse|burn|learn|dream|spell|spill|spoil|smell|leap|lean|kneel|dwell|pajama|pyjama|"
    r"vise|vice|review|adviser|advisor|czar|tsar|dialog|catalog|omelet|mold|mould|pric|skeptic|sceptic|yoghurt|yogurt)"
)


def levels(folder: Path) -> dict[str, int]:
    """Every word with the lowest level at which a list of any country has it."""
    found: dict[str, int] = {}
    for path in sorted([*folder.glob("*-words.*"), *folder.glob("*-abbreviations.*")]):
        level, short = int(path.suffix[1:]), "abbreviations" in path.name
        if level > HIGHEST:
            continue
        for line in path.read_text("utf-8").split():
            word = line.lower()
            if "'" in word or len(word) < LEAST or (short and (not line.islower() or len(word) > SHORT)):
                continue
            if len(word) <= SHORT and level > (HIGHEST if short else SHORT_HIGHEST):
                continue
            plain = unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode()
            for one in {word.encode("latin-1", "ignore").decode("latin-1"), plain}:
                found[one] = min(found.get(one, HIGHEST), HIGHEST if short else level)
    return found


def proper_names(folder: Path, words: Mapping[str, int]) -> set[str]:
    """Words that are always written with a capital; those that no list of words has."""
    paths = [*folder.glob("*-upper.*"), *folder.glob("*-proper-names.*")]
    kept = (path for path in paths if int(path.suffix[1:]) <= HIGHEST and "variant" not in path.name)
    found = {line.lower() for path in kept for line in path.read_text("latin-1").split()}
    return {name for name in found - words.keys() if len(name) >= LEAST_OF_NAME and name.isascii() and name.isalpha()}


def variants(varcon: Path) -> Iterator[tuple[str, str]]:
    """American and British spellings of one word, where each is at home in one country only."""
    level = 99
    for line in varcon.read_text("latin-1").splitlines():
        if line.startswith("#"):
            found = re.search(r"\(level (\d+)\)", line)
            level = int(found[1]) if found else 99
            continue
        if level > COMMON or "|" in line or " / " not in line:
            continue
        spelt: dict[str, list[str]] = {}
        tags: dict[str, str] = {}
        for form in line.split(" / "):
            marks, _, word = form.strip().partition(": ")
            tags[word] = marks
            for mark in marks.split():
                spelt.setdefault(mark, []).append(word)
        american, british = spelt.get("A", []), spelt.get("B", [])
        if len(american) != 1 or len(british) != 1 or american == british:
            continue
        a, b = american[0], british[0]
        # a spelling that the other country has too, however rare, is not foreign there
        if re.search(r"B|Z", tags[a]) or re.search(r"A", tags[b]):
            continue
        if a.isascii() and b.isascii() and a.isalpha() and b.isalpha() and a.islower() and not AMBIGUOUS.match(a):
            yield a, b


def main(folder: str, varcon: str) -> None:
    words = levels(Path(folder))
    lines = "\n".join(f"{word}{words[word] // 10}" for word in sorted(words))
    (DATA / "words.txt").write_bytes(f"\n{lines}\n".encode())
    head = (
        "# Words that are always written with a capital, from SCOWL (see NOTICE.txt of newslint/data): known to the\n"
        "# speller and to what looks for slips in well-known names. Made by tools/build_words.py.\n"
    )
    NAMES.write_text(head + "".join(f"{name}\n" for name in sorted(proper_names(Path(folder), words))), "utf-8")
    pairs = sorted(set(variants(Path(varcon))))
    (DATA / "variants.txt").write_text("".join(f"{a} {b}\n" for a, b in pairs), "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
