"""Makes docs/kinds.md and docs/rules from the code and the rule files; --check says which are not up to date."""

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

import kind_pages
import rule_pages

from newslint import measured
from newslint.rulebook import load

CHECKOUT = Path(__file__).resolve().parent.parent
RULES = CHECKOUT / "rules"
_SHOWN = 10


def made() -> dict[str, str]:
    """The text of each page by its path; raises ValueError where a rule cannot be loaded."""
    book = load([RULES])
    if book.mistakes:
        raise ValueError("\n".join(map(str, book.mistakes)))
    file = RULES / measured.NAME
    figures = measured.read(file) if file.exists() else None
    return {kind_pages.PATH: kind_pages.page(), **dict(rule_pages.pages(book, figures))}


def differing(pages: Mapping[str, str]) -> dict[str, str]:
    """What is wrong with each page that is not as it should be."""
    found = {}
    for path, text in pages.items():
        file = CHECKOUT / path
        if not file.is_file():
            found[path] = "is missing"
        elif file.read_text("utf-8") != text:
            found[path] = "is not up to date"
    for file in sorted((CHECKOUT / rule_pages.FOLDER).glob("**/*.md")):
        path = file.relative_to(CHECKOUT).as_posix()
        if path not in pages:
            found[path] = "is of no rule"
    return found


def write(pages: Mapping[str, str], paths: Mapping[str, str]) -> None:
    for path in paths:
        file = CHECKOUT / path
        if path in pages:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(pages[path], "utf-8", newline="\n")
        else:
            file.unlink()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; status 1 if a page is not up to date")
    options = parser.parse_args()
    try:
        pages = made()
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    wrong = differing(pages)
    if not options.check:
        write(pages, wrong)
        print(f"{len(pages)} pages, {len(wrong)} of them written or removed.")
        return 0
    for path, what in list(wrong.items())[:_SHOWN]:
        print(f"{path} {what}", file=sys.stderr)
    if wrong:
        more = f"and {len(wrong) - _SHOWN} more; " if len(wrong) > _SHOWN else ""
        print(f"{more}run `make docs` and commit what it writes", file=sys.stderr)
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
