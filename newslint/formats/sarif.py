"""SARIF 2.1.0 (OASIS), the format in which code hosts and editors exchange the results of analyses."""

from collections.abc import Iterator, Mapping, Sequence

from newslint import __version__
from newslint.finding import Finding, Mistake, NotRun, Place, PlacedNote, Report
from newslint.formats.escape import escape, json_encoder
from newslint.formats.fingerprint import fingerprints
from newslint.formats.json_ import array
from newslint.formats.location import uri, web
from newslint.formats.options import About, Options

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "suggestion": "note"}
_ROOT = "%SRCROOT%"
_ROOTS = {_ROOT: {"description": {"text": "The folder that newslint was run in."}}}
_Object = dict[str, object]


def render(report: Report, options: Options) -> Iterator[str]:
    """Yields one log with one run, a result at a time."""
    encode = json_encoder(strict=True)
    ids = sorted({finding.rule for finding in report.findings} | set(options.rules))
    index = {rule: at for at, rule in enumerate(ids)}
    rules = [_rule(rule, options.rules.get(rule)) for rule in ids]
    driver = {"name": "newslint", "semanticVersion": __version__, "rules": rules}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": _ROOTS,
        "invocations": [_invocation(report)],
        "artifacts": [{"location": _artifact(path)} for path in sorted({*options.paths, *_named(report)})],
    }
    yield f'{{"$schema": {encode(_SCHEMA)}, "version": "2.1.0", "runs": [{{\n'
    yield from (f"{encode(key)}: {encode(value)},\n" for key, value in run.items())
    yield '"results": '
    marks = fingerprints(report.findings)
    pairs = zip(report.findings, marks, strict=True)
    yield from array((_result(finding, index, mark) for finding, mark in pairs), encode)
    yield "}]}\n"


def _named(report: Report) -> Iterator[str]:
    for finding in report.findings:
        yield finding.path
        yield from (note.path for note in finding.notes)


def _rule(rule: str, about: About | None) -> _Object:
    if about is None:
        return {"id": rule}
    why = escape(" ".join(about.why.split()))
    more = "".join(f"\nSee {escape(link)}" for link in about.links)
    out: _Object = {
        "id": rule,
        "shortDescription": {"text": rule.rpartition("/")[2].replace("-", " ")},
        "fullDescription": {"text": why},
        "help": {"text": f"{why}\nTo silence it: newslint check --ignore {rule}{more}"},
        "defaultConfiguration": {"level": _LEVELS[about.severity]},
        "properties": {"tags": [rule.partition("/")[0]]},
    }
    if links := web(about.links):
        out["helpUri"] = links[0]
    return out


def _result(finding: Finding, index: Mapping[str, int], fingerprint: str) -> _Object:
    out: _Object = {
        "ruleId": finding.rule,
        "ruleIndex": index[finding.rule],
        "level": _LEVELS[finding.severity],
        "message": {"text": escape(finding.message)},
        "locations": [_location(finding.path, finding.place, finding.text)],
        "partialFingerprints": {"newslint/v1": fingerprint},
    }
    if finding.notes:
        out["relatedLocations"] = [_related(at, note) for at, note in enumerate(finding.notes, 1)]
    if finding.fix:
        change = {"deletedRegion": _region(finding.place), "insertedContent": {"text": finding.fix.text}}
        artifact = {"artifactLocation": _artifact(finding.path), "replacements": [change]}
        said = f"Replace with “{escape(finding.fix.text)}”" if finding.fix.text else "Leave it out"
        sure = "" if finding.fix.safe else " (look first)"
        out["fixes"] = [{"description": {"text": said + sure}, "artifactChanges": [artifact]}]
    return out


def _related(number: int, note: PlacedNote) -> _Object:
    return {
        "id": number,
        "message": {"text": escape(note.message or "The other place.")},
        **_location(note.path, note.place, note.text),
    }


def _location(path: str, place: Place, text: str) -> _Object:
    region = _region(place) | {"snippet": {"text": text}}
    return {"physicalLocation": {"artifactLocation": _artifact(path), "region": region}}


def _region(place: Place) -> _Object:
    line, column, end_line, end_column = place
    return {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}


def _artifact(path: str) -> _Object:
    address = uri(path)
    return {"uri": address} if address.startswith("file:") else {"uri": address, "uriBaseId": _ROOT}


def _invocation(report: Report) -> _Object:
    notices: Sequence[_Object] = [*map(_mistake, report.errors), *map(_not_run, report.not_run)]
    out: _Object = {"executionSuccessful": not report.errors}
    return out | ({"toolExecutionNotifications": notices} if notices else {})


def _mistake(mistake: Mistake) -> _Object:
    where: _Object = {"artifactLocation": _artifact(mistake.path)}
    if mistake.line:
        where["region"] = {"startLine": mistake.line} | ({"startColumn": mistake.column} if mistake.column else {})
    return {
        "level": "error",
        "message": {"text": escape(mistake.message)},
        "locations": [{"physicalLocation": where}],
    }


def _not_run(not_run: NotRun) -> _Object:
    said = f"{not_run.rule} did not run: {not_run.reason}"
    return {"level": "warning", "message": {"text": escape(said)}, "associatedRule": {"id": not_run.rule}}
