"""One article in every format: the same findings, each on its own line; and what the formats say of the article."""

import json
import re

import pytest
from conftest import PLAIN, newslint
from newsfiles import BODY, BYLINE, CAPTION, DAY, HEADLINE, SAME, docx, paragraph, run

from newslint.lexicon import Lexicon
from newslint.linting import Linter
from newslint.readers.files import parse_all
from newslint.rulebook import load

HELD = ("a.docx", "a.json", "newsml.xml", "nitf.xml", "wxr.xml")
FIXED = PLAIN.replace("message:", "fix: {replace: gadget, safe: true}\nmessage:").replace(
    '["The [[gizmo]] broke."]', '[{text: "The [[gizmo]] broke.", fix: The gadget broke.}]'
)
FERRY = (
    PLAIN.replace("words: [gizmo]", 'words: ["ferry"]\nin: [headline]')
    .replace('["The [[gizmo]] broke."]', '[{headline: "The [[ferry]] broke", text: "It did."}]')
    .replace('["The gizmos broke."]', '[{headline: "It broke", text: "The ferry did."}]')
)


@pytest.fixture
def linter(pack):
    book = load([pack({"words/gizmo": FIXED, "headlines/ferry": FERRY})])
    assert not book.mistakes, [str(one) for one in book.mistakes]
    return Linter(book.rules, book.lexicon)


def articles(name, data=None):
    reading = parse_all(name, SAME[name] if data is None else data, Lexicon({}))
    assert not reading.mistakes, [str(one) for one in reading.mistakes]
    return reading.documents


def lines(name):
    """The lines on which a finding is expected: of an article that is text, those that hold the words."""
    if name == "a.docx":
        return [1, 3, 4, 5, 6]
    text = SAME[name].decode()
    shown = text.split("\n")
    return sorted(
        next(at for at, line in enumerate(shown, 1) if piece in line)
        for piece in (
            HEADLINE,
            *(re.split("[“”’&]", one)[at] for one, at in zip(BODY, (0, 1, 0), strict=True)),
            CAPTION,
        )
    )


@pytest.mark.parametrize("name", SAME)
def test_the_same_findings_on_the_true_lines(linter, name):
    documents = articles(name)
    report = linter.report(documents)
    assert not report.errors
    found = [(one.rule, one.text) for one in report.findings]
    assert sorted(found) == sorted([("headlines/ferry", "Ferry"), *[("words/gizmo", "gizmo")] * 4])
    assert sorted(one.place.line for one in report.findings) == lines(name)
    (document,) = documents
    for one in report.findings:
        assert document.source[one.span.start : one.span.end] == one.text


@pytest.mark.parametrize("name", SAME)
def test_the_same_regions_text_and_day(name):
    (document,) = articles(name)
    blocks = [
        (block.region, document.text[block.start : block.end].removeprefix("Photo: ")) for block in document.blocks
    ]
    assert blocks == [
        ("headline", HEADLINE),
        ("byline", BYLINE),
        *(("body", one) for one in BODY),
        ("caption", CAPTION),
    ]
    assert str(document.published) == (DAY if name != "a.docx" else "None")


@pytest.mark.parametrize("name", SAME)
def test_fixes_only_where_the_file_is_rewritten(linter, name):
    for one in linter.report(articles(name)).findings:
        assert bool(one.fix) is (name not in HELD and one.rule == "words/gizmo")


@pytest.mark.usefixtures("linter")
def test_fix_refuses_with_the_reason(tmp_path):
    for name in ("a.json", "a.md"):
        (tmp_path / name).write_bytes(SAME[name])
    asked = ("check", "--rules", tmp_path / "pack", "--select", "words/gizmo", "--fix", "--format", "json", ".")
    done = newslint(*asked, cwd=tmp_path)
    assert done.returncode == 2
    said = json.loads(done.stdout)
    (error,) = said["errors"]
    assert error["path"] == "a.json"
    assert error["message"].startswith("4 fixes not applied: newslint rewrites text, Markdown and HTML only")
    assert {one["path"] for one in said["findings"]} == {"a.json"}
    assert (tmp_path / "a.json").read_bytes() == SAME["a.json"]
    assert b"gizmo" not in (tmp_path / "a.md").read_bytes()


TWO = """\
<rss><channel><title>Site</title>
<item><title>One</title><content:encoded xmlns:content="c"><![CDATA[Anna Orlik said the gizmo broke.

<!-- newslint: ignore words/gizmo: its name -->

The gizmo again.]]></content:encoded></item>
<item><title>Menu</title><wp:post_type xmlns:wp="w">nav_menu_item</wp:post_type></item>
<item><title>Two</title><content:encoded xmlns:content="c">&lt;p&gt;A &lt;b&gt;giz&lt;/b&gt;mo&lt;/p&gt; &lt;p&gt;gizmo&lt;/p&gt;</content:encoded></item>
</channel></rss>
"""


@pytest.mark.usefixtures("linter")
def test_several_articles_in_one_file(tmp_path):
    (tmp_path / "export.xml").write_text(TWO)
    asked = ("check", "--rules", tmp_path / "pack", "--select", "words/gizmo,suppressions", "export.xml")
    done = newslint(*asked, "--format", "concise", cwd=tmp_path)
    shown = [line.split(": ")[0] for line in done.stdout.decode().splitlines()]
    lines = TWO.split("\n")
    columns = (2, lines[1].index("gizmo")), (8, lines[7].index("giz&lt;")), (8, lines[7].index("gizmo"))
    assert shown == [f"export.xml:{line}:{column + 1}" for line, column in columns]
    assert b"2 articles, 3 findings" in newslint(*asked, cwd=tmp_path).stdout
    page = newslint(*asked, "--format", "html", cwd=tmp_path).stdout.decode()
    assert page.count("<mark") >= 3
    # each can be suppressed in the list beside the file; entries for the other article are not called unused
    for line in (2, 8):
        arguments = ("suppress", f"export.xml:{line}", "words/gizmo", "--rules", "pack")
        assert newslint(*arguments, cwd=tmp_path).returncode == 0
    assert newslint(*asked, "--format", "concise", cwd=tmp_path).stdout == b""


def test_articles_of_one_file_as_one_story(pack):
    rule = """\
kind: figures
counted: [dead]
message: "{here} here, {there} {there-place}."
examples:
  bad: ["The flood left [[2: 12 dead]]. Rescuers came. The [[1: 14 dead]] include two children."]
  good: ["The flood left 12 dead."]
severity: warning
why: a test
"""
    book = load([pack({"figures/one-count-two-figures": rule})])
    assert not book.mistakes
    text = TWO.replace("the gizmo broke", "the flood left 12 dead in Osk").replace(
        "A &lt;b&gt;giz&lt;/b&gt;mo", "The flood left 14 dead in Osk"
    )
    documents = parse_all("export.xml", text.encode(), book.lexicon).documents
    report = Linter(book.rules, book.lexicon).report(documents, story=True)
    assert [(one.place.line, one.text, one.notes[0].place.line, one.notes[0].text) for one in report.findings] == [
        (8, "14 dead", 2, "12 dead")
    ]


@pytest.mark.usefixtures("linter")
def test_a_folder_is_walked_for_news(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    for name, data in SAME.items():
        (folder / name).write_bytes(data)
    (folder / "package.json").write_text('{"name": "x", "headline": "no uri"}')
    (folder / "feed.xml").write_text("<feed><title>gizmo</title></feed>")
    (folder / "~$a.docx").write_bytes(b"a lock")
    (folder / "schema.json").write_text('{"properties": {"uri": {"type": "string"}, "headline": {"x": "gizmo"}}}')
    asked = ("check", "--rules", "pack", "--select", "words/gizmo", "--format", "json")
    done = newslint(*asked, "in", cwd=tmp_path)
    said = json.loads(done.stdout)
    assert said["errors"] == []
    assert {one["path"] for one in said["findings"]} == {f"in/{name}" for name in SAME}
    done = newslint(*asked, "in/package.json", "in/feed.xml", cwd=tmp_path)
    assert done.returncode == 2
    assert [one["message"].split(":")[0] for one in json.loads(done.stdout)["errors"]] == [
        "XML, but none that newslint reads",
        "JSON, but not ninjs",
    ]


@pytest.mark.usefixtures("linter")
def test_what_cannot_be_read_costs_no_other_file(tmp_path):
    (tmp_path / "a.docx").write_bytes(b"PK\3\4 no zip")
    (tmp_path / "b.json").write_bytes(SAME["a.json"][:-40])
    (tmp_path / "c.xml").write_bytes(SAME["nitf.xml"][:-60])
    (tmp_path / "d.txt").write_text("The gizmo broke.\n")
    names = ("a.docx", "b.json", "c.xml", "d.txt")
    done = newslint("check", "--rules", "pack", "--select", "words/gizmo", "--format", "json", *names, cwd=tmp_path)
    assert done.returncode == 2
    said = json.loads(done.stdout)
    assert [one["path"] for one in said["errors"]] == ["a.docx", "b.json", "c.xml"]
    assert said["errors"][1]["line"] == 11
    # what stands before the end of a truncated XML file is read all the same
    assert {one["path"] for one in said["findings"]} == {"c.xml", "d.txt"}


def test_a_document_as_word_writes_it():
    data = docx(paragraph(run("Only a line")))
    (document,) = articles("a.docx", data)
    assert document.text == "Only a line"
