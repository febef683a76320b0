"""How fast names are found: megabytes a second over a folder of articles, and seconds for texts made to hurt.

Run as ``python bench/language_names.py FOLDER``.
"""

import sys
import time
from pathlib import Path

from newslint.language.orgs import orgs
from newslint.language.people import people
from newslint.language.places import places, unknown_names
from newslint.language.segment import sentences
from newslint.language.titles import titles
from newslint.lexicon import Lexicon, parse_list
from newslint.span import Span
from newslint.text import Folded, fold

_LISTS = Path(__file__).parent.parent / "rules" / "lists"
_HURTFUL = ('"', "(", "A ", "A. ", "Mr. ", "President ", "Joe de ", "Smith-", "O'", "@", "Joe Biden ", "Bank of ")


def _read(raw: str) -> tuple[Folded, tuple[Span, ...]]:
    spans, at = [], 0
    for line in raw.splitlines(keepends=True):
        if line.strip():
            spans.append(Span(at, at + len(line.rstrip("\r\n"))))
        at += len(line)
    text = fold(raw, spans)
    return text, sentences(text, spans)


def main() -> None:
    """Prints one line a search, then one line a hurtful text."""
    lexicon = Lexicon({path.stem: parse_list(path.read_text(encoding="utf-8")) for path in _LISTS.glob("*.txt")})
    articles = [_read(path.read_text(encoding="utf-8")) for path in sorted(Path(sys.argv[1]).glob("*.txt"))]
    size = sum(len(text.raw) for text, _ in articles) / 1e6
    for search in (people, places, orgs, titles, unknown_names):
        search(*articles[0], lexicon)
        begin = time.perf_counter()
        count = sum(len(search(*article, lexicon)) for article in articles)
        print(f"{search.__name__}: {size / (time.perf_counter() - begin):.1f} MB/s, {count} found")
    for piece in _HURTFUL:
        article = _read(piece * (200_000 // len(piece)))
        for search in (people, orgs):
            begin = time.perf_counter()
            search(*article, lexicon)
            print(f"200 KB of {piece!r}, {search.__name__}: {time.perf_counter() - begin:.2f} s")


if __name__ == "__main__":
    main()
