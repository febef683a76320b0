"""Word documents: what rules see of them, and where that stands: a line is a paragraph."""

import json

import pytest
from conftest import newslint
from newsfiles import commented, docx, paragraph, run

from newslint.lexicon import Lexicon
from newslint.readers.files import parse_all
from newslint.span import Span


def seen(data):
    reading = parse_all("a.docx", data, Lexicon({}))
    assert not reading.mistakes, [str(one) for one in reading.mistakes]
    return [
        (block.region, document.text[block.start : block.end], document.place(Span(block.start, block.end))[:3])
        for document in reading.documents
        for block in document.blocks
    ]


DELETED = '<w:del w:id="1"><w:r><w:delText>never</w:delText></w:r></w:del>'
MOVED = '<w:moveFrom w:id="2"><w:r><w:t>gone</w:t></w:r></w:moveFrom>'
HIDDEN = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>"
FIELD = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
BOX = "<mc:AlternateContent><mc:Choice>{0}</mc:Choice><mc:Fallback>{0}</mc:Fallback></mc:AlternateContent>"


@pytest.mark.parametrize(
    ("paragraphs", "blocks"),
    [
        ([paragraph(run("A head"), style="Title"), paragraph(), paragraph(run("Te"), run("xt."))], [("headline", "A head", (1, 1, 1)), ("body", "Text.", (3, 1, 3))]),
        ([paragraph(run("A head"), style="Heading1"), paragraph(run("More"), style="Heading1"), paragraph(run("Text."))], [("headline", "A head", (1, 1, 1)), ("heading", "More", (2, 1, 2)), ("body", "Text.", (3, 1, 3))]),
        ([paragraph(run("Sub"), style="Subtitle"), paragraph(run("one"), properties="<w:numPr/>")], [("standfirst", "Sub", (1, 1, 1)), ("list", "one", (2, 1, 2))]),
        ([paragraph(run("Some "), DELETED, MOVED, HIDDEN, FIELD, "<w:ins>", run("new"), "</w:ins>", run(" text."))], [("body", "Some new text.", (1, 1, 1))]),
        ([paragraph(run("One "), properties='<w:rPr><w:del w:id="1"/></w:rPr>'), paragraph(run("two."))], [("body", "One two.", (1, 1, 2))]),
        ([paragraph(run("A"), "<w:r><w:br/></w:r>", run("b"), "<w:r><w:tab/></w:r>", run("c"))], [("body", "A\u2028b\tc", (1, 1, 1))]),
        ([f"<w:tbl><w:tr><w:tc>{paragraph(run('cell'))}</w:tc></w:tr></w:tbl>", paragraph(run("After."))], [("table", "cell", (1, 1, 1)), ("body", "After.", (2, 1, 2))]),
        ([paragraph(run("Around."), BOX.format(f"<w:txbxContent>{paragraph(run('In a box.'))}</w:txbxContent>"))], [("body", "In a box.", (1, 1, 1)), ("body", "Around.", (2, 1, 2))]),
    ],
)  # fmt: skip
def test_what_rules_see(paragraphs, blocks):
    assert seen(docx(*paragraphs)) == blocks


def test_notes_follow_the_text_and_comments_hang_on_words():
    data = docx(
        paragraph(run("One.")),
        paragraph(run("Two "), commented(7, "and"), run(" three.")),
        comments=((7, "Is this right?"), (9, "On nothing.")),
        footnotes=((2, "A note."),),
    )
    assert seen(data) == [
        ("body", "One.", (1, 1, 1)),
        ("body", "Two and three.", (2, 1, 2)),
        ("body", "A note.", (3, 1, 3)),
        ("comment", "Is this right?", (2, 5, 2)),
        ("comment", "On nothing.", (3, 8, 3)),
    ]


def test_links_and_what_the_document_says_of_itself():
    core = "<cp:coreProperties><dc:title>T</dc:title><dc:creator>Jo</dc:creator></cp:coreProperties>"
    data = docx(
        paragraph(run("See "), '<w:hyperlink r:id="r1">', run("this"), "</w:hyperlink>", run(".")),
        links=(("r1", "https://a.example/"),),
        more=(("docProps/core.xml", core),),
    )
    (document,) = parse_all("a.docx", data, Lexicon({})).documents
    assert [(one.start, one.end, one.target) for one in document.links] == [(4, 8, "https://a.example/")]
    assert document.meta["author"] == "Jo"
    assert document.published is None


def test_styles_by_their_names_whatever_the_language():
    data = docx(
        paragraph(run("Kopf"), style="berschrift1"), paragraph(run("Text.")), styles=(("berschrift1", "heading 1"),)
    )
    assert [block[0] for block in seen(data)] == ["headline", "body"]


def test_a_desk_note_in_a_comment_is_found_and_nothing_else_of_it(tmp_path):
    data = docx(
        paragraph(run("A quiet day at the mill")),
        paragraph(run("The mill "), commented(1, "opened"), run(" in May, said the the miller.")),
        comments=((1, "TODO: check with the the desk."),),
    )
    (tmp_path / "a.docx").write_bytes(data)
    asked = ("check", "--select", "leftovers,words", "--format", "json", "a.docx")
    said = json.loads(newslint(*asked, cwd=tmp_path).stdout)
    assert said["errors"] == []
    assert [(one["line"], one["column"], one["end_column"], one["rule"], one["text"]) for one in said["findings"]] == [
        (2, 10, 16, "leftovers/desk-note", "TODO:"),
        (2, 30, 37, "words/doubled-word", "the the"),
    ]
    assert said["findings"][0]["message"].endswith("It stands in a comment.")
    why = newslint("why-not", "a.docx:2", "leftovers/desk-note", cwd=tmp_path)
    assert "it finds “TODO:”; it is reported" in why.stdout.decode()
    assert b"1 article, 2 findings" in newslint(*asked, "--format", "text", cwd=tmp_path).stdout
    # a list beside the file suppresses in a comment, too
    assert newslint("suppress", "a.docx:2", "leftovers/desk-note", cwd=tmp_path).returncode == 0
    said = json.loads(newslint(*asked, cwd=tmp_path).stdout)
    assert [one["rule"] for one in said["findings"]] == ["words/doubled-word"]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "no zip file"),
        (b"\xd0\xcf\x11\xe0 old", "an old .doc file"),
        (b"PK\3\4", "a damaged zip file"),
        (docx()[:-30], "a damaged zip file"),
        (docx(more=(("word/comments.xml", "<a><b></a>"),)), "not well-formed XML: mismatched tag"),
        (docx(more=(("word/comments.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),)), "declares entities of its own"),
    ],
)  # fmt: skip
def test_what_is_no_document(data, message):
    reading = parse_all("a.docx", data, Lexicon({}))
    assert not reading.documents
    assert message in reading.mistakes[0].message
