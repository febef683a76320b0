"""The report for people: each finding under its article, with the line it stands on."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from newslint.finding import SEVERITIES, Finding, Fix, PlacedNote, Report, Telling
from newslint.formats.escape import colour, escape
from newslint.formats.excerpt import clip, excerpt
from newslint.formats.options import Options

_WIDTH = 100
_INDENT = " " * 8
# The least that an excerpt needs to say anything, in columns, whatever the terminal.
_LEAST = 24
_LINES_NAMED = 8


def render(report: Report | Telling, options: Options) -> Iterator[str]:
    """Yields the articles with their findings, then what could not be done, then the summary."""
    for path, found in groupby(report.findings, key=lambda finding: finding.path):
        yield _heading(path, options) + "\n"
        lines = options.context(path)
        for finding, repeats in _folded(found, show_all=options.show_all):
            yield "".join(f"{line}\n" for line in _entry(finding, repeats, lines, options))
    if report.errors:
        yield _heading("newslint could not do all it was asked:", options) + "\n"
        yield from (f"  {escape(str(mistake))}\n" for mistake in report.errors)
    if report.not_run:
        yield _heading("rules that did not run:", options) + "\n"
        yield from (f"  {escape(f'{rule}: {reason}')}\n" for rule, reason in report.not_run)
    yield _summary(report) + "\n"


def _heading(text: str, options: Options) -> str:
    return colour(escape(text), "strong") if options.colour else escape(text)


def _folded(found: Iterable[Finding], *, show_all: bool) -> Iterable[tuple[Finding, list[Finding]]]:
    """The findings to show from one article, each with its rule's later ones, which are only counted."""
    if show_all:
        return ((finding, []) for finding in found)
    firsts: dict[str, tuple[Finding, list[Finding]]] = {}
    for finding in found:
        if finding.rule in firsts:
            firsts[finding.rule][1].append(finding)
        else:
            firsts[finding.rule] = (finding, [])
    return firsts.values()


def _entry(finding: Finding, repeats: list[Finding], lines: Sequence[str], options: Options) -> Iterator[str]:
    severity = colour(finding.severity, finding.severity) if options.colour else finding.severity
    where = f"  {finding.place.line}:{finding.place.column}"
    yield f"{where}  {severity}  {escape(finding.rule)}  {escape(finding.message)}"
    yield from _shown(finding, lines, finding.severity, options)
    for note in finding.notes:
        yield from _noted(note, finding, lines, options)
    if repeats:
        yield f"{_INDENT}and {len(repeats)} more on {_lines_named(repeats)}"


def _shown(at: Finding | PlacedNote, lines: Sequence[str], severity: str, options: Options) -> Iterator[str]:
    """The line of a place and, under it, the marks; a place on several lines is marked to the end of the first."""
    room = max(_LEAST, (options.width or _WIDTH) - len(_INDENT))
    place = at.place
    if place.line <= len(lines):
        line = lines[place.line - 1]
        end = place.end_column - 1 if place.end_line == place.line else len(line)
        cut = excerpt(line, place.column - 1, end, room)
    else:
        line = at.text.split("\n", 1)[0]
        cut = excerpt(line, 0, len(line), room)
    yield _INDENT + cut.text
    carets = "^" * cut.width
    marks = colour(carets, severity) if options.colour else carets
    fix = at.fix if isinstance(at, Finding) else None
    yield _INDENT + " " * cut.before + marks + _suggested(fix, room - cut.before - cut.width - 1)


def _suggested(fix: Fix | None, room: int) -> str:
    if fix is None:
        return ""
    if not fix.text:
        return " (leave out)"
    if fix.text.isspace():
        # Blanks would not be seen.
        return f" “{escape(fix.text)}”"
    return " " + clip(fix.text, max(room, _LEAST))


def _noted(note: PlacedNote, finding: Finding, lines: Sequence[str], options: Options) -> Iterator[str]:
    """The second place of a finding."""
    here = note.path == finding.path
    where = f"line {note.place.line}" if here else f"{note.path}:{note.place.line}"
    yield _INDENT + escape(f"{where}: {note.message}" if note.message else where)
    there = lines if here else options.context(note.path)
    yield from _shown(note, there, finding.severity, options)


def _lines_named(repeats: list[Finding]) -> str:
    """``line 5``, or ``lines 5, 9, 11 …``."""
    numbers = list(dict.fromkeys(finding.place.line for finding in repeats))
    more = " …" if len(numbers) > _LINES_NAMED else ""
    return f"line{'s' * (len(numbers) > 1)} {', '.join(map(str, numbers[:_LINES_NAMED]))}{more}"


def _summary(report: Report | Telling) -> str:
    """The last line: ``1 article, 2 findings: 1 error, 1 warning. 1 can be fixed (--unsafe-fixes)``."""
    counts = report.counts
    if not counts.severities:
        return f"{_counted(report.articles, 'article')}, no findings.{_gone(report)}"
    total = f"{_counted(report.articles, 'article')}, {_counted(counts.severities.total(), 'finding')}"
    by_severity = ", ".join(_counted(n, one) for one in SEVERITIES if (n := counts.severities[one]))
    return f"{total}: {by_severity}.{_gone(report)}{_fixable(counts.fixes[True], counts.fixes[False])}"


def _gone(report: Report | Telling) -> str:
    """What was found and is not shown."""
    fixed = f" {report.fixed} fixed." if report.fixed else ""
    return fixed + (f" {report.known} more in the baseline." if report.known else "")


def _fixable(safe: int, unsafe: int) -> str:
    if safe and unsafe:
        return f" {safe} can be fixed (--fix), {unsafe} more with --unsafe-fixes."
    if safe or unsafe:
        return f" {safe + unsafe} can be fixed ({'--fix' if safe else '--unsafe-fixes'})."
    return ""


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}{'s' * (number != 1)}"
