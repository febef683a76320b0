"""The report for other programs: one JSON object whose shape is a contract, ``newslint/1``."""

from collections.abc import Callable, Iterable, Iterator

from newslint import __version__
from newslint.finding import Finding, Fix, Mistake, NotRun, Place, PlacedNote, Report, Telling
from newslint.formats.escape import json_encoder
from newslint.formats.options import Options


def render(report: Report | Telling, options: Options) -> Iterator[str]:  # noqa: ARG001 - every format is called alike
    """Yields the object piece by piece, a finding at a time, so that a long report needs no second copy."""
    encode = json_encoder()
    yield f'{{"schema": "newslint/1", "version": {encode(__version__)},\n "findings": '
    yield from array(map(finding_object, report.findings), encode)
    yield ',\n "not_run": '
    yield from array(map(not_run_object, report.not_run), encode)
    yield ',\n "errors": '
    yield from array(map(mistake_object, report.errors), encode)
    yield "}\n"


def array(items: Iterable[object], encode: Callable[[object], str]) -> Iterator[str]:
    """Yields a JSON array, one item a line."""
    between = "[\n  "
    for item in items:
        yield between + encode(item)
        between = ",\n  "
    yield "]" if between.startswith(",") else "[]"


def finding_object(finding: Finding) -> dict[str, object]:
    return {
        "path": finding.path,
        **_place(finding.place),
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        "text": finding.text,
        "fix": _fix(finding.fix),
        "notes": [_note(note) for note in finding.notes],
    }


def _place(place: Place) -> dict[str, object]:
    return {
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }


def _fix(fix: Fix | None) -> dict[str, object] | None:
    return {"text": fix.text, "safe": fix.safe} if fix else None


def _note(note: PlacedNote) -> dict[str, object]:
    return {"path": note.path, **_place(note.place), "text": note.text, "message": note.message}


def not_run_object(not_run: NotRun) -> dict[str, object]:
    return {"rule": not_run.rule, "reason": not_run.reason}


def mistake_object(mistake: Mistake) -> dict[str, object]:
    return {"path": mistake.path, "line": mistake.line, "column": mistake.column, "message": mistake.message}
