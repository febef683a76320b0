"""``newslint suppress``: suppresses one finding, by a comment or in the list beside the article."""

import argparse
from bisect import bisect_right
from collections.abc import Sequence
from pathlib import Path

from newslint import sidecar
from newslint.commands import configuring, sifting
from newslint.commands.saying import fail, tell
from newslint.config.desk import Desk
from newslint.document import Document
from newslint.finding import Finding, Mistake
from newslint.linting import Linter, SelectionError, choose
from newslint.patterns import regex
from newslint.readers import files
from newslint.readers.plain import decode
from newslint.recognition import Key, key
from newslint.rewriting import encode, put, replace, writable
from newslint.rulebook import Rulebook
from newslint.span import Span

_MARKDOWN = (".md", ".markdown")
COMMENTED = (*_MARKDOWN, ".html", ".htm", ".xhtml")
# What may stand before a paragraph's first word without a line above it taking it out of a list, a table, a quotation.
_OPENING = regex(r"(?:#{1,6}[ \t]+)?[*_~\[!]*")
_TAGS = regex(r"(?:\s|<[^<>]*>)*+")
_NOWHERE = (
    "no comment can stand there; put newslint: {ignore: [rule]} into the front matter, or ignore-file into a comment"
)


class NothingToSuppressError(ValueError):
    """The rule finds nothing on that line, or what was asked cannot be written."""


def add_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("suppress", help="leave out one finding from now on")
    parser.add_argument("place", metavar="FILE:LINE")
    parser.add_argument("rule")
    parser.add_argument("--reason", default="", help="why, for those who come after")
    parser.add_argument("--until", type=configuring.day, metavar="YYYY-MM-DD", help="the last day on which it holds")
    configuring.add_arguments(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    try:
        said = _suppress(options, configuring.desk(options))
    except (SelectionError, NothingToSuppressError) as error:
        return fail(str(error))
    tell(said.split("\n"))
    return 0


def _suppress(options: argparse.Namespace, desk: Desk) -> str:
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
    kept = [(one, finding) for one in reading.documents for finding in _kept(options, book, one)]
    found = [(one, finding) for one, finding in kept if finding.place.line <= int(number) <= finding.place.end_line]
    if not found:
        said = f"{options.rule} finds nothing on line {number} of {path}"
        raise NothingToSuppressError(said if reading.documents else str(next(iter(reading.mistakes), said)))
    if Path(path).suffix.lower() in COMMENTED:
        new, told = _commented(options, found[0][0], [finding for _, finding in found])
        if len(_kept(options, book, files.article(path, new, book.lexicon))) > len(kept) - len(found):
            raise NothingToSuppressError(_NOWHERE)
        return _write(path, data, new, told)
    return _listed(options, path, [key(document, one) for document, one in found])


def _kept(options: argparse.Namespace, book: Rulebook, document: Document) -> list[Finding]:
    """What the rule finds and nothing suppresses yet."""
    rules = choose(book, [options.rule], [], sifting.NAMES)
    findings, _ = Linter(rules, book.lexicon).engine.check(document)
    return [*sifting.plain(options, book, rules).keep(document, findings)]


def _commented(options: argparse.Namespace, document: Document, found: Sequence[Finding]) -> tuple[str, list[str]]:
    """The article with a comment to each paragraph that holds one of the findings, and what was put where."""
    new, reason = document.source, " ".join(options.reason.split())
    until = f", until: {options.until}" if options.until else ""
    comment = f"<!-- newslint: ignore {options.rule}{until}{f': {reason}' if reason else ''} -->"
    ends = "\r\n" if "\r\n" in new else "\n" if "\n" in new or "\r" not in new else "\r"
    told: list[str] = []
    for at, alone in sorted({_room(document, one) for one in found}, reverse=True):
        if "|" in reason and not alone:
            raise NothingToSuppressError("a reason cannot hold “|” there: it parts the columns of a table")
        new = f"{new[:at]}{comment}{ends}{new[at:]}" if alone else f"{new[:at]} {comment}{new[at:]}"
        told.append(f"{document.path}:{document.source_place(Span(at, at)).line}: {comment}")
    return new, told[::-1]


def _write(path: str, data: bytes, new: str, told: Sequence[str]) -> str:
    _, name = decode(data)
    if not writable(new, name):
        raise NothingToSuppressError(f"the reason cannot be written in this file's encoding ({name})")
    if wrong := replace(path, data, encode(new, name, data)):
        raise NothingToSuppressError(f"{path}: {wrong}")
    return "\n".join(told)


def _room(document: Document, finding: Finding) -> tuple[int, bool]:
    """Where a comment goes, as an offset: on a line of its own above the paragraph, or else at the paragraph's end."""
    source, blocks = document.source, document.source_blocks
    at = bisect_right(blocks, finding.span.start, key=lambda block: block.start) - 1
    if document.origin is None or at < 0 or finding.span.start < len(document.front_matter):
        raise NothingToSuppressError(_NOWHERE)
    start, end, region = blocks[at]
    line = document.starts[document.source_place(Span(start, end)).line - 1]
    page = not document.path.lower().endswith(_MARKDOWN)
    above = (_TAGS if page else _OPENING).fullmatch(source, line, start)
    if above and (page or region != "table") and (not at or blocks[at - 1].end <= line):
        return line, True
    if page and source.rfind("<", 0, end) > source.rfind(">", 0, end):
        raise NothingToSuppressError(_NOWHERE)
    return end, False


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
