"""Places: the span is the text, and line and column are what an editor shows, whatever stands before."""

import json

import pytest
from conftest import PLAIN, document, newslint
from hypothesis import given
from hypothesis import strategies as st

from newslint.lexicon import Lexicon
from newslint.linting import Linter
from newslint.readers.files import parse as read
from newslint.rulebook import load
from newslint.text import fold

ENDS = st.sampled_from(["\n", "\r\n", "\n\n", "\r\n\r\n"])
PIECE = st.sampled_from(
    [
        "word",
        "gizmo",
        "🙂",
        "👩\u200d🚀",
        "e\u0301a",
        "a\u00a0b",
        "İx",
        "ﬁn",
        "ẞ",
        "“a”",
        "ı",
        "\u202e",
        "\t",
        "日本",
        "ﷺ",
        ".",
    ]
)
LINES = st.lists(st.lists(PIECE, max_size=8).map(" ".join), min_size=1, max_size=8)


@pytest.fixture(scope="module")
def linter(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pack")
    (folder / "words").mkdir()
    (folder / "words/gizmo.yaml").write_text(PLAIN, "utf-8")
    book = load([folder])
    return Linter(book.rules, book.lexicon)


@given(LINES, st.data(), st.booleans())
def test_line_and_column(linter, lines, data, marked):
    ends = [data.draw(ENDS) for _ in lines]
    source = "".join(line + end for line, end in zip(lines, ends, strict=True))
    article = read("a.txt", (b"\xef\xbb\xbf" if marked else b"") + source.encode(), Lexicon({}))
    expected = []
    line_number = 1
    for line, end in zip(lines, ends, strict=True):
        at = -1
        while (at := line.find("gizmo", at + 1)) >= 0:
            if (at == 0 or line[at - 1] == " ") and line[at + 5 : at + 6] in {"", " "}:
                expected.append((line_number, at + 1, line_number, at + 6))
        line_number += end.count("\n")
    report = linter.report([article])
    assert [tuple(one.place) for one in report.findings] == expected
    for one in report.findings:
        assert article.text[one.span.start : one.span.end] == one.text == "gizmo"


@given(LINES)
def test_a_lone_return_ends_a_line_where_there_is_no_line_feed(linter, lines):
    article = read("a.txt", "\r".join(lines).encode(), Lexicon({}))
    places = [one.place.line for one in linter.report([article]).findings]
    shown = [number for number, line in enumerate(lines, 1) for word in line.split(" ") if word == "gizmo"]
    assert places == shown


def test_a_return_in_a_file_with_line_feeds_is_a_column():
    article = document("a\rb\nc")
    assert article.position(2) == (1, 3)
    assert article.position(4) == (2, 1)
    assert article.lines() == ["a\rb", "c"]


@given(st.text(max_size=300))
def test_folding_keeps_every_offset(text):
    folded = fold(text, document(text).paragraphs)
    assert len(folded.plain) == len(folded.lower) == len(text) == len(folded.raw)
    for raw, plain in zip(folded.raw, folded.plain, strict=True):
        assert raw == plain or raw.isspace() or not raw.isalnum()


@given(st.text(max_size=200))
def test_every_offset_has_a_place_and_lines_join_to_the_text(text):
    article = document(text)
    starts = [article.position(at) for at in range(len(text) + 1)]
    assert starts == sorted(starts)
    assert starts[0] == (1, 1)
    assert len(article.lines()) == article.position(len(text))[0]


def test_utf16_counts_code_points(tmp_path):
    (tmp_path / "a.txt").write_bytes("🙂 The gizmo\n".encode("utf-16"))
    folder = tmp_path / "rules"
    (folder / "words").mkdir(parents=True)
    (folder / "words/gizmo.yaml").write_text(PLAIN, "utf-8")
    run = newslint("check", "a.txt", "--rules", "rules", "--select", "words/gizmo", "--format", "json", cwd=tmp_path)
    (found,) = json.loads(run.stdout)["findings"]
    assert (found["line"], found["column"], found["end_column"]) == (1, 7, 12)
