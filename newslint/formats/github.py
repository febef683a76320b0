"""Annotations on a pull request at GitHub: workflow commands on standard output, and a summary of the step."""

from collections import Counter
from collections.abc import Iterator, Mapping

from newslint.finding import Finding, Mistake, Report
from newslint.formats import markdown
from newslint.formats.escape import escape
from newslint.formats.location import relative
from newslint.formats.options import Options

_COMMANDS = {"error": "error", "warning": "warning", "suggestion": "notice"}
# GitHub shows so many of each level for one step, and drops the rest in silence.
_SHOWN = 10
# A step's summary is refused as a whole from 1 MiB on.
_SUMMARY_BYTES = 1_000_000


def render(report: Report, options: Options) -> Iterator[str]:  # noqa: ARG001 - every format is called alike
    """Yields a command for each finding that GitHub will show, and the others as lines for the log."""
    shown: Counter[str] = Counter()
    others: list[Finding] = []
    for mistake in report.errors[:_SHOWN]:
        shown["error"] += 1
        yield _mistake(mistake)
    for finding in report.findings:
        level = _COMMANDS[finding.severity]
        shown[level] += 1
        if shown[level] > _SHOWN:
            others.append(finding)
        else:
            yield _annotation(finding)
    logged = [*map(_logged, others), *(_plain(f"error: {one}") for one in report.errors[_SHOWN:])]
    if logged:
        yield f"{len(logged)} more, beyond what GitHub shows as annotations:\n"
        yield from logged
    yield from (_plain(f"not run: {rule}: {reason}") for rule, reason in report.not_run)
    yield _plain(_told(report))


def _annotation(finding: Finding) -> str:
    place = finding.place
    where = {"file": relative(finding.path), "line": str(place.line), "endLine": str(place.end_line)}
    if place.line == place.end_line:
        # Columns are an error to GitHub where a place has several lines.
        where |= {"col": str(place.column), "endColumn": str(place.end_column)}
    where["title"] = finding.rule
    return _command(_COMMANDS[finding.severity], where, finding.message)


def _mistake(mistake: Mistake) -> str:
    where = {"file": relative(mistake.path)}
    where |= {key: str(value) for key, value in (("line", mistake.line), ("col", mistake.column)) if value}
    return _command("error", where | {"title": "newslint could not do all its work"}, mistake.message)


def _command(name: str, properties: Mapping[str, str], message: str) -> str:
    said = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{name} {said}::{_data(escape(message))}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(escape(text)).replace(":", "%3A").replace(",", "%2C")


def _logged(finding: Finding) -> str:
    place = finding.place
    return _plain(f"{finding.severity}: {finding.path}:{place.line}:{place.column}: {finding.rule} {finding.message}")


def _plain(text: str) -> str:
    """A line that is no command: none begins with ``::``, and the old form counts anywhere in a line."""
    return escape(text).replace("##[", "##\\[") + "\n"


def _told(report: Report) -> str:
    severities = [finding.severity for finding in report.findings]
    counts = ((report.articles, "article"), *((severities.count(name), name) for name in _COMMANDS))
    return f"newslint: {', '.join(f'{count} {name}' + 's' * (count != 1) for count, name in counts)}."


def summary(report: Report, options: Options) -> Iterator[str]:
    """Yields the step's summary in Markdown, as much of it as GitHub takes."""
    room = _SUMMARY_BYTES
    for piece in markdown.render(report, options):
        room -= len(piece.encode("utf-8", "replace"))
        if room < 0:
            yield "\n\nThe rest is too long for a summary: see the log of this step.\n"
            return
        yield piece
