"""A report in Markdown, for a person to paste into a ticket and for the summary of a step at GitHub."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from newslint.finding import SEVERITIES, Finding, Place, PlacedNote, Report
from newslint.formats.escape import escape
from newslint.formats.options import Options
from newslint.patterns import regex

_SIGNS = regex(r"[\\`*_\[\]<>|~&]")
# A ticket must not call the people, issues and addresses that an article names.
_CALLS = regex(r"[@#](?=\w)")
_ADDRESS = regex(r"(?<=:)/(?=/)|(?<=\bwww)\.", re.IGNORECASE)
_AROUND = 70  # characters of the line shown on each side of a span
_LONGEST = 200  # characters shown of a span


def render(report: Report, options: Options) -> Iterator[str]:
    """Yields the counts, the articles with their findings, then what could not be done."""
    yield f"# newslint: {_counted(len(report.findings), 'finding')} in {_counted(report.articles, 'article')}\n"
    if report.findings:
        yield f"\n{_severities(report.findings)}.\n"
    for path, found in groupby(report.findings, key=lambda finding: finding.path):
        yield f"\n## {text(path)}\n\n"
        lines = options.context(path)
        for finding in found:
            yield from _entry(finding, lines, options)
    if report.errors:
        yield "\n## What newslint could not do\n\n"
        yield from (f"- {text(str(mistake))}\n" for mistake in report.errors)
    if report.not_run:
        yield "\n## Rules that did not run\n\n"
        yield from (f"- {text(f'{rule}: {reason}')}\n" for rule, reason in report.not_run)


def text(plain: str) -> str:
    """The text with nothing in it that Markdown, or a site that shows Markdown, would act on."""
    out = _SIGNS.sub(lambda sign: "\\" + sign[0], escape(plain))
    return _ADDRESS.sub(lambda sign: "\\" + sign[0], _CALLS.sub(lambda sign: sign[0] + "<!-- -->", out))


def code(plain: str) -> str:
    """The text as a code span, whose fence is longer than any run of backticks in it."""
    shown = escape(plain)
    fence = "`" * (max(map(len, re.findall("`+", shown)), default=0) + 1)
    edge = " " if shown[:1] == "`" or shown[-1:] == "`" else ""
    return f"{fence}{edge}{shown}{edge}{fence}"


def _entry(finding: Finding, lines: Sequence[str], options: Options) -> Iterator[str]:
    place = finding.place
    yield f"- **{finding.severity}**, line {place.line}: {text(finding.message)} ({code(finding.rule)})\n"
    yield f"  > {_quoted(finding.place, finding.text, lines)}\n"
    if finding.fix:
        yield f"\n  → {_replacement(finding.fix.text)}\n"
    for note in finding.notes:
        yield _noted(note, finding, options)


def _replacement(new: str) -> str:
    if not new:
        return "(leave out)"
    return f"“{new}”" if new.isspace() else text(_clipped(new))


def _noted(note: PlacedNote, finding: Finding, options: Options) -> str:
    where = f"line {note.place.line}" if note.path == finding.path else f"{note.path}, line {note.place.line}"
    said = f": {note.message}" if note.message else ""
    return f"  - {text(where + said)}\n    > {_quoted(note.place, note.text, options.context(note.path))}\n"


def _quoted(place: Place, found: str, lines: Sequence[str]) -> str:
    """The line of a place with the span in bold; a span over several lines is shown to the end of the first."""
    if place.line > len(lines):
        return f"<b>{text(_clipped(found))}</b>"
    line = lines[place.line - 1]
    start = place.column - 1
    end = place.end_column - 1 if place.end_line == place.line else len(line)
    # No more of the line is looked at than can be shown: an article may be one line, full of findings.
    before, after = line[max(0, start - _AROUND) : start], line[end : end + _AROUND]
    before = "… " + before.partition(" ")[2] if start > _AROUND else before.lstrip()
    after = after.rpartition(" ")[0] + " …" if end + _AROUND < len(line) else after.rstrip()
    return f"{text(before)}<b>{text(_clipped(line[start:end]))}</b>{text(after)}"


def _clipped(found: str) -> str:
    return found if len(found) <= _LONGEST else found[:_LONGEST].rstrip() + "…"


def _severities(findings: Iterable[Finding]) -> str:
    given = [finding.severity for finding in findings]
    return ", ".join(_counted(given.count(name), name) for name in SEVERITIES if name in given)


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}{'s' * (number != 1)}"
