"""The Reviewdog Diagnostic Format, by which reviewdog comments on pull requests at many code hosts."""

from collections.abc import Iterator, Mapping
from itertools import chain

from newslint.finding import Finding, Mistake, Place, PlacedNote, Report
from newslint.formats.escape import escape, json_encoder
from newslint.formats.json_ import array
from newslint.formats.location import Bytes, Columns, relative, web
from newslint.formats.options import About, Options

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "suggestion": "INFO"}


def render(report: Report, options: Options) -> Iterator[str]:
    """Yields one object; columns in it are bytes of UTF-8, and are left out where the article is not at hand."""
    encode = json_encoder(strict=True)
    columns = Columns(options.context)
    yield '{"source": {"name": "newslint"},\n "diagnostics": '
    diagnostics = (_diagnostic(finding, columns, options.rules) for finding in report.findings)
    yield from array(chain(diagnostics, map(_mistake, report.errors)), encode)
    yield "}\n"


def _diagnostic(finding: Finding, columns: Columns, rules: Mapping[str, About]) -> dict[str, object]:
    about = rules.get(finding.rule)
    links = web(about.links) if about else []
    there = columns.in_bytes(finding.path, finding.place)
    out: dict[str, object] = {
        "message": escape(finding.message),
        "location": {"path": relative(finding.path), "range": _range(finding.place, there)},
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.rule} | ({"url": links[0]} if links else {}),
    }
    if finding.fix and there:
        out["suggestions"] = [{"range": _range(finding.place, there), "text": finding.fix.text}]
    if finding.notes:
        out["related_locations"] = [_note(note, columns) for note in finding.notes]
    return out


def _note(note: PlacedNote, columns: Columns) -> dict[str, object]:
    where = {"path": relative(note.path), "range": _range(note.place, columns.in_bytes(note.path, note.place))}
    return {"message": escape(note.message), "location": where}


def _range(place: Place, there: Bytes | None) -> dict[str, object]:
    if there is None:
        return {"start": {"line": place.line}, "end": {"line": place.end_line}}
    start = {"line": there.line, "column": there.column}
    return {"start": start, "end": {"line": there.end_line, "column": there.end_column}}


def _mistake(mistake: Mistake) -> dict[str, object]:
    location: dict[str, object] = {"path": relative(mistake.path)}
    if mistake.line:
        location["range"] = {"start": {"line": mistake.line}}
    return {"message": escape(mistake.message), "location": location, "severity": "ERROR"}
