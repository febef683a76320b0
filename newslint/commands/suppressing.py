"""``newslint suppress``: suppresses one finding, by a comment or in the list beside the article."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from newslint import sidecar
from newslint.commands import sifting
from newslint.config.desk import Desk
from newslint.document import Document, line_starts
from newslint.finding import Finding, Mistake
from newslint.linting import Linter, choose
from newslint.readers import files
from newslint.readers.plain import decode
from newslint.recognition import Key, key
from newslint.rewriting import encode, put, replace, writable
from newslint.rulebook import Rulebook

COMMENTED = (".md", ".markdown", ".html", ".htm")


class NothingToSuppressError(ValueError):
    """The rule finds nothing on that line, or what was asked cannot be written."""


def add_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> argparse.ArgumentParser:
    parser = commands.add_parser("suppress", help="leave out one finding from now on")
    parser.add_argument("place", metavar="FILE:LINE")
    parser.add_argument("rule")
    parser.add_argument("--reason", default="", help="why, for those who come after")
    return parser


def run(options: argparse.Namespace, desk: Desk) -> str:
    """What was written where; raises NothingToSuppressError and SelectionError."""
    path, _, number = options.place.rpartition(":")
    if not path or not number.isdecimal():
        raise NothingToSuppressError(f"“{options.place}” is no place; expected FILE:LINE")
    book = desk.book(desk.config(path))
    if "--" in options.reason:
        raise NothingToSuppressError("a reason cannot hold “--”: a comment ends there")
    data = files.load(path)
    if isinstance(data, Mistake):
        raise NothingToSuppressError(str(data))
    reading = files.parse_all(path, data, book.lexicon)
    found = [(one, finding) for one in reading.documents for finding in _found(options, book, one, int(number))]
    if not found:
        said = f"{options.rule} finds nothing on line {number} of {path}"
        raise NothingToSuppressError(said if reading.documents else str(next(iter(reading.mistakes), said)))
    if Path(path).suffix.lower() in COMMENTED:
        return _comment(options, path, data, *found[0])
    return _listed(options, path, [key(document, one) for document, one in found])


def _found(options: argparse.Namespace, book: Rulebook, document: Document, line: int) -> list[Finding]:
    """What the rule finds on the line and nothing suppresses yet."""
    rules = choose(book, [options.rule], [], sifting.NAMES)
    findings, _ = Linter(rules, book.lexicon).engine.check(document)
    kept = sifting.plain(options, book, rules).keep(document, findings)
    return [one for one in kept if one.place.line <= line <= one.place.end_line]


def _comment(options: argparse.Namespace, path: str, data: bytes, document: Document, finding: Finding) -> str:
    """Puts the comment on a line of its own above the paragraph."""
    text, name = decode(data)
    block = document.block(document.in_text(finding.span.start))
    line = document.position(block.start)[0] if block else finding.place.line
    at = line_starts(text)[line - 1]
    if document.source != text or at < len(document.front_matter):
        raise NothingToSuppressError("no comment can stand there; put newslint: {ignore: [rule]} into the front matter")
    reason = " ".join(options.reason.split())
    said = f": {reason}" if reason else ""
    until = f", until: {options.until}" if options.until else ""
    comment = f"<!-- newslint: ignore {options.rule}{until}{said} -->"
    if not writable(comment, name):
        raise NothingToSuppressError(f"the reason cannot be written in this file's encoding ({name})")
    ends = "\r\n" if "\r\n" in text else "\n" if "\n" in text or "\r" not in text else "\r"
    new = f"{text[:at]}{comment}{ends}{text[at:]}"
    if wrong := replace(path, data, encode(new, name, data)):
        raise NothingToSuppressError(f"{path}: {wrong}")
    return f"{path}:{line}: {comment}"


def _listed(options: argparse.Namespace, path: str, keys: Sequence[Key]) -> str:
    """Puts an entry into the article's own list, or into the folder's where that is in use."""
    own, shared = Path(sidecar.own_list(path)), Path(path).parent / sidecar.FOLDER_LIST
    target = shared if shared.is_file() and not own.is_file() else own
    named = Path(path).name if target == shared else None
    lines = [sidecar.line_for(one, options.reason, options.until, named) for one in dict.fromkeys(keys)]
    old = target.read_text("utf-8-sig") if target.is_file() else ""
    if wrong := put(str(target), sidecar.with_entries(old, lines).encode()):
        raise NothingToSuppressError(f"{target.as_posix()}: {wrong}")
    return "".join(f"{target.as_posix()}: {line}" for line in lines).rstrip("\n")
