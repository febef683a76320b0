"""What is printed: tables of "a finding in, lines out"."""

import json
import sys
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint import __version__
from newslint.finding import Finding, Fix, Mistake, NotRun, Place, PlacedNote, Report
from newslint.formats import FORMATS, Options
from newslint.formats.escape import escape
from newslint.formats.excerpt import columns, excerpt
from newslint.span import Span

# Characters that are awkward on a terminal: wide, without width, in clusters, and those that must be escaped.
AWKWARD = "ab ,\t\u00a0é日本ｗ😀\u0301\u0300\u200d\ufe0f\u1100\u202e\u2066\x1b\x9b\u2028\ud83d"


def marked(text, /, line=1, **kept):
    """A finding on the ``[[marked]]`` part of a line, and the line without the marks."""
    start = text.index("[[")
    end = text.index("]]") - 2
    text = text.replace("[[", "").replace("]]", "")
    place = Place(line, start + 1, line, end + 1)
    values = {"path": "a.txt", "rule": "words/slip", "severity": "error", "message": "A slip."} | kept
    return Finding(place=place, text=text[start:end], span=Span(start, end), **values), text


def shown(findings, lines, **options):
    report = Report(tuple(findings), articles=1)
    return "".join(FORMATS["text"](report, Options(context=lambda _: lines, **options))).split("\n")


def one(line, **kept):
    """The excerpt and the marks of one finding, without their indentation."""
    width = kept.pop("width", 0)
    finding, line = marked(line, **kept)
    out = shown([finding], [line], width=width)
    assert out[2][:8] == out[3][:8] == " " * 8
    return [out[2][8:], out[3][8:]]


def report(*findings, **kept):
    return Report(findings, **({"articles": 1} | kept))


def test_text_as_a_whole():
    slip, first = marked(
        "The army sent over 90,000 [[trips]] to the border.",
        line=3,
        message="“trips” looks like a slip for “troops”.",
        fix=Fix("troops", safe=False),
    )
    figure, second = marked(
        "Some [[80,000 troops]] are there.",
        line=5,
        rule="figures/two",
        severity="warning",
        message="80,000 troops here, 90,000 on line 3.",
        notes=(
            PlacedNote("a.txt", Place(3, 15, 3, 26), "over 90,000", "90,000 troops"),
            PlacedNote("b.txt", Place(1, 1, 1, 4), "Few", "in the other article"),
        ),
    )
    articles = {"a.txt": ["Headline", "", first, "", second], "b.txt": ["Few troops."]}
    out = "".join(FORMATS["text"](report(slip, figure), Options(context=articles.__getitem__)))
    assert out == (
        "a.txt\n"
        "  3:27  error  words/slip  “trips” looks like a slip for “troops”.\n"
        "        The army sent over 90,000 trips to the border.\n"
        "                                  ^^^^^ troops\n"
        "  5:6  warning  figures/two  80,000 troops here, 90,000 on line 3.\n"
        "        Some 80,000 troops are there.\n"
        "             ^^^^^^^^^^^^^\n"
        "        line 3: 90,000 troops\n"
        "        The army sent over 90,000 trips to the border.\n"
        "                      ^^^^^^^^^^^\n"
        "        b.txt:1: in the other article\n"
        "        Few troops.\n"
        "        ^^^\n"
        "1 article, 2 findings: 1 error, 1 warning. 1 can be fixed (--unsafe-fixes).\n"
    )


@pytest.mark.parametrize(
    ("line", "excerpt_", "marks"),
    [
        ("[[Slip]]", "Slip", "^^^^"),
        ("    indented [[slip]]   ", "indented slip", "         ^^^^"),
        ("  [[  ]]both", "  both", "^^"),
        ("at the end[[  ]]", "at the end  ", "          ^^"),
        ("a\tb\t[[c]]", "a b c", "    ^"),
        ("東京で[[会談]]した", "東京で会談した", "      ^^^^"),
        ("ｆｕｌｌ [[half]]", "ｆｕｌｌ half", "         ^^^^"),
        ("cafe\u0301 [[e\u0301te\u0301]] x", "cafe\u0301 e\u0301te\u0301 x", "     ^^^"),
        ("😀 [[😀😀]] x", "😀 😀😀 x", "   ^^^^"),
        ("nothing[[]] here", "nothing here", "       ^"),
        ("at the very end[[]]", "at the very end", "               ^"),
        ("an \x1b[31m [[es\u202ecape]]", "an \\x1b[31m es\\u202ecape", "            ^^^^^^^^^^^^"),
        ("half \ud83d [[pair]]", "half \\ud83d pair", "            ^^^^"),
        ("[[\u0301]]", "\u0301", "^"),
    ],
)
def test_marks_stand_under_the_span(line, excerpt_, marks):
    assert one(line) == [excerpt_, marks]


@pytest.mark.parametrize(
    ("line", "excerpt_", "marks"),
    [
        (
            "One two three four five six seven eight [[nine]] ten eleven twelve thirteen fourteen",
            "… six seven eight nine ten eleven …",
            "                  ^^^^",
        ),
        (
            "[[One]] two three four five six seven eight nine ten eleven twelve",
            "One two three four five six seven …",
            "^^^",
        ),
        (
            "One two three four five six seven eight nine ten eleven [[twelve]]",
            "… seven eight nine ten eleven twelve",
            "                              ^^^^^^",
        ),
        (
            "Before it [[all of this is wrong, from here to the very end of the line]] after",
            "… it all of this is wrong, from …",
            "     ^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        ),
        ("x" * 60 + "[[y]]" + "z" * 60, "… " + "x" * 17 + "y" + "z" * 18 + " …", " " * 19 + "^"),
        ("会" * 30 + "[[談]]" + "会" * 30, "… " + "会" * 9 + "談" + "会" * 8 + " …", " " * 20 + "^^"),
    ],
)
def test_a_long_line_is_cut_around_the_span(line, excerpt_, marks):
    found = one(line, width=48)
    assert all(columns(part) <= 40 for part in found)
    assert found == [excerpt_, marks]


@settings(deadline=None)
@given(
    st.text(AWKWARD, max_size=400),
    st.integers(0, 400),
    st.integers(0, 400),
    st.integers(20, 120),
)
def test_an_excerpt_fits_and_its_marks_stand_under_the_span(line, start, length, room):
    start = min(start, len(line))
    end = min(start + length, len(line))
    cut = excerpt(line, start, end, room)
    assert columns(cut.text) <= room
    assert escape(cut.text) == cut.text
    assert cut.width >= 1
    assert cut.before + cut.width <= room + 1  # one past the end, where the span is empty
    printed, span = grid(cut.text), grid(escape(line[start:end].replace("\t", " ")))
    if span:
        assert printed[cut.before : cut.before + cut.width] == span[: cut.width]
        assert cut.width == len(span) or printed[cut.before + cut.width :] == ["…"]


def grid(text):
    """The character in each column of a terminal."""
    return [char for char in text for _ in range(columns(char))]


def test_a_line_of_a_million_characters_is_looked_at_only_near_the_span():
    line = "word " * 200_000
    cut = excerpt(line, 500_000, 500_004, 40)
    assert cut.text.startswith("… word")
    assert cut.text.endswith("word …")
    assert columns(excerpt("e" + "\u0301" * 1_000_000, 0, 1_000_000, 40).text) <= 40


def test_a_span_over_several_lines_is_marked_to_the_end_of_its_first():
    finding, _ = marked("The [[rest]]")
    finding = finding._replace(place=Place(1, 5, 3, 2), text="rest of it\n\nx")
    assert shown([finding], ["The rest of it", "", "x"])[2:4] == [
        "        The rest of it",
        "            ^^^^^^^^^^",
    ]


def test_a_line_that_is_not_at_hand_is_shown_by_the_text_of_the_finding():
    finding, _ = marked("Not [[this]] one.", line=9)
    assert shown([finding], [])[2:4] == ["        this", "        ^^^^"]


@pytest.mark.parametrize(
    ("fix", "marks"),
    [
        (Fix("troops", safe=True), "^^^^ troops"),
        (Fix("", safe=True), "^^^^ (leave out)"),
        (Fix(" ", safe=True), "^^^^ “ ”"),
        (Fix("a\x1bb\n", safe=True), "^^^^ a\\x1bb\\x0a"),
        (Fix("long " * 40, safe=True), "^^^^ " + ("long " * 40)[:34] + "…"),
        (None, "^^^^"),
    ],
)
def test_the_fix_stands_after_the_marks(fix, marks):
    assert one("[[slip]]", fix=fix, width=48)[1] == marks


LINES = ["slip"] * 30


def repeats(count, *, line=None, rule="words/slip"):
    finding, _ = marked("[[slip]]", rule=rule)
    return [finding._replace(place=Place(line or n, 1, line or n, 5)) for n in range(1, count + 1)]


@pytest.mark.parametrize(
    ("findings", "last"),
    [
        (repeats(2), "and 1 more on line 2"),
        (repeats(4), "and 3 more on lines 2, 3, 4"),
        (repeats(9), "and 8 more on lines 2, 3, 4, 5, 6, 7, 8, 9"),
        (repeats(12), "and 11 more on lines 2, 3, 4, 5, 6, 7, 8, 9 …"),
        (repeats(3, line=7), "and 2 more on line 7"),
    ],
)
def test_repeats_of_a_rule_fold_into_one_entry(findings, last):
    out = shown(findings, LINES)
    assert out[4] == " " * 8 + last
    assert out[5] == f"1 article, {len(findings)} findings: {len(findings)} errors."
    assert len(shown(findings, LINES, show_all=True)) == 1 + 3 * len(findings) + 2


def test_repeats_fold_within_one_article_and_one_rule():
    other = [finding._replace(path="b.txt") for finding in repeats(1)]
    out = shown([*repeats(1), *repeats(1, rule="words/other"), *other], LINES)
    assert not any("more on" in line for line in out)
    assert [line for line in out if line.endswith(".txt")] == ["a.txt", "b.txt"]


def kinds(errors=0, warnings=0, suggestions=0, safe=0, unsafe=0):
    severities = ["error"] * errors + ["warning"] * warnings + ["suggestion"] * suggestions
    fixes = [Fix("x", safe=True)] * safe + [Fix("x", safe=False)] * unsafe + [None] * len(severities)
    finding, _ = marked("[[slip]]")
    return [finding._replace(severity=one, fix=fix) for one, fix in zip(severities, fixes, strict=False)]


@pytest.mark.parametrize(
    ("articles", "findings", "summary"),
    [
        (0, [], "0 articles, no findings."),
        (1, [], "1 article, no findings."),
        (1, kinds(1), "1 article, 1 finding: 1 error."),
        (2, kinds(2, 1), "2 articles, 3 findings: 2 errors, 1 warning."),
        (2, kinds(0, 2, 1), "2 articles, 3 findings: 2 warnings, 1 suggestion."),
        (1, kinds(1, 1, unsafe=1), "1 article, 2 findings: 1 error, 1 warning. 1 can be fixed (--unsafe-fixes)."),
        (1, kinds(3, safe=2), "1 article, 3 findings: 3 errors. 2 can be fixed (--fix)."),
        (
            1,
            kinds(3, safe=1, unsafe=2),
            "1 article, 3 findings: 3 errors. 1 can be fixed (--fix), 2 more with --unsafe-fixes.",
        ),
    ],
)
def test_the_summary_counts(articles, findings, summary):
    out = list(FORMATS["text"](report(*findings, articles=articles), Options()))
    assert out[-1] == summary + "\n"


def test_what_could_not_be_done_stands_before_the_summary():
    told = report(
        errors=(Mistake("rules/a\x1b.yaml", 3, 1, "unknown key"), Mistake("b.txt", None, None, "not text")),
        not_run=(NotRun("grammar/all", "there is no Java"),),
    )
    assert "".join(FORMATS["text"](told, Options())) == (
        "newslint could not do all it was asked:\n"
        "  rules/a\\x1b.yaml:3:1: unknown key\n"
        "  b.txt: not text\n"
        "rules that did not run:\n"
        "  grammar/all: there is no Java\n"
        "1 article, no findings.\n"
    )


def test_colour_only_where_it_is_asked_for():
    finding, line = marked("A [[slip]].")
    assert "\x1b" not in "".join(shown([finding], [line]))
    out = shown([finding], [line], colour=True)
    assert out[0] == "\x1b[1ma.txt\x1b[0m"
    assert out[1] == "  1:3  \x1b[31;1merror\x1b[0m  words/slip  A slip."
    assert out[3] == "          \x1b[31;1m^^^^\x1b[0m"


HOSTILE = "".join(map(chr, [*range(0x20), *range(0x7F, 0xA0), *range(0x2028, 0x202F), *range(0x2066, 0x206A)]))


@pytest.mark.parametrize("name", ["text", "concise"])
def test_nothing_hostile_reaches_a_terminal(name):
    hostile = HOSTILE + "\u200e\u200f\u061c\ud800\udfff"
    note = PlacedNote(hostile, Place(1, 1, 1, 2), hostile, hostile)
    finding = Finding(
        hostile,
        Place(1, 1, 1, 9),
        hostile,
        "error",
        hostile,
        hostile,
        Span(0, 9),
        Fix(hostile, safe=True),
        (note,),
    )
    told = report(
        finding,
        errors=(Mistake(hostile, 1, 1, hostile),),
        not_run=(NotRun(hostile, hostile),),
    )
    for lines in ([hostile], []):
        out = "".join(FORMATS[name](told, Options(context=lambda _, lines=lines: lines)))
        assert out.replace("\n", "") == escape(out.replace("\n", ""))
        assert out.encode()


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("plain, é, 東京, 😀, “quotes”, no-break\u00a0space", "plain, é, 東京, 😀, “quotes”, no-break\u00a0space"),
        ("\x1b[2J", "\\x1b[2J"),
        ("a\tb\nc\rd\x00", "a\\x09b\\x0ac\\x0dd\\x00"),
        ("\x7f\x85\x9b", "\\x7f\\x85\\x9b"),
        ("\u202eevil\u2069", "\\u202eevil\\u2069"),
        ("\u200e\u200f\u061c\u2028\u2029", "\\u200e\\u200f\\u061c\\u2028\\u2029"),
        ("\udc80", "\\udc80"),
    ],
)
def test_escape(text, escaped):
    assert escape(text) == escaped


def test_escape_knows_every_control_surrogate_separator_and_bidirectional_character():
    bidirectional = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    marks = {"LEFT-TO-RIGHT MARK", "RIGHT-TO-LEFT MARK", "ARABIC LETTER MARK"}
    for char in map(chr, range(sys.maxunicode + 1)):
        steers = (
            unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"}
            or unicodedata.bidirectional(char) in bidirectional
            or unicodedata.name(char, "") in marks
        )
        assert (escape(char) != char) == steers, hex(ord(char))


def test_concise_is_one_line_a_finding_and_no_notes():
    finding, _ = marked("A [[slip]].", notes=(PlacedNote("b.txt", Place(1, 1, 1, 2), "x", "there"),))
    other = finding._replace(path="b c.txt", severity="suggestion", message="Two\nlines.")
    told = report(finding, other, errors=(Mistake("x", None, None, "not for here"),))
    assert list(FORMATS["concise"](told, Options())) == [
        "a.txt:1:3: error words/slip A slip.\n",
        "b c.txt:1:3: suggestion words/slip Two\\x0alines.\n",
    ]


def test_json_has_the_keys_of_the_contract_in_their_order():
    note = PlacedNote("b.txt", Place(3, 1, 3, 5), "there", "the other")
    finding, _ = marked("A [[“slip”]].", fix=Fix("“lip”", safe=False), notes=(note,))
    bare = finding._replace(fix=None, notes=())
    told = report(
        finding,
        bare,
        errors=(Mistake("rules/a.yaml", None, None, "broken"), Mistake("b", 2, 3, "bad")),
        not_run=(NotRun("grammar/all", "no Java"),),
    )
    out = "".join(FORMATS["json"](told, Options()))
    place = {"line": 1, "column": 3, "end_line": 1, "end_column": 9}
    common = {"path": "a.txt", **place, "rule": "words/slip", "severity": "error", "message": "A slip."}
    expected = {
        "schema": "newslint/1",
        "version": __version__,
        "findings": [
            {
                **common,
                "text": "“slip”",
                "fix": {"text": "“lip”", "safe": False},
                "notes": [
                    {
                        "path": "b.txt",
                        "line": 3,
                        "column": 1,
                        "end_line": 3,
                        "end_column": 5,
                        "text": "there",
                        "message": "the other",
                    }
                ],
            },
            {**common, "text": "“slip”", "fix": None, "notes": []},
        ],
        "not_run": [{"rule": "grammar/all", "reason": "no Java"}],
        "errors": [
            {"path": "rules/a.yaml", "line": None, "column": None, "message": "broken"},
            {"path": "b", "line": 2, "column": 3, "message": "bad"},
        ],
    }
    # Written out again, so that the order of the keys counts.
    assert json.dumps(json.loads(out)) == json.dumps(expected)
    assert "“slip”" in out
    assert out.endswith("}\n")
    assert not out.endswith("\n\n")


def test_json_of_nothing():
    out = "".join(FORMATS["json"](report(articles=0), Options()))
    assert json.loads(out) == {
        "schema": "newslint/1",
        "version": __version__,
        "findings": [],
        "not_run": [],
        "errors": [],
    }


@settings(deadline=None)
@given(st.text(st.characters(), max_size=30))
def test_json_says_what_it_was_given_and_can_always_be_written(text):
    finding, _ = marked("A [[slip]].")
    finding = finding._replace(path=text, message=text, text=text)
    out = "".join(FORMATS["json"](report(finding), Options()))
    said = json.loads(out.encode())["findings"][0]
    assert said["path"] == said["message"] == said["text"] == text
    assert out.replace("\n", "") == escape(out.replace("\n", ""))


def test_json_writes_lone_surrogates_as_escapes():
    finding, _ = marked("A [[slip]].", message="\ud800 and \udc80")
    out = "".join(FORMATS["json"](report(finding), Options()))
    assert '"\\ud800 and \\udc80"' in out
    assert json.loads(out)["findings"][0]["message"] == "\ud800 and \udc80"


def test_json_comes_finding_by_finding():
    finding, _ = marked("A [[slip]].")
    pieces = list(FORMATS["json"](report(*[finding] * 1000), Options()))
    assert len(pieces) > 1000
    assert max(map(len, pieces)) < 400
