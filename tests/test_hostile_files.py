"""Files made to break readers, and files cut off anywhere: each is read or refused with a message, in bounded work."""

import json
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsfiles import SAME, docx, paragraph, run, zipped

from newslint.lexicon import Lexicon
from newslint.readers.files import parse_all
from newslint.span import Span

NO_WORDS = Lexicon({})
BOMB = (
    '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {chr(98 + at)} "{f"&{chr(97 + at)};" * 10}">' for at in range(9))
    + "]>"
)
WORD = "word/document.xml"


def sound(name, data):
    """Reads a file, and holds the articles in it to what is true of all."""
    reading = parse_all(name, data, NO_WORDS)
    for document in reading.documents:
        reached = 0
        for block in document.blocks:
            assert reached <= block.start < block.end <= len(document.text)
            reached = block.end
        for at in range(len(document.text)):
            low, high = document.in_source(Span(at, at + 1))
            assert 0 <= low <= high <= len(document.source)
            assert 0 <= document.in_text(low) <= len(document.text)
        for link in document.links:
            assert 0 <= link.start <= link.end <= len(document.text)
        for comment in document.comments:
            assert document.source.startswith("<!--", comment.start)
    for mistake in reading.mistakes:
        assert "\n" not in mistake.message
    return reading


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.json", b"[" * 100_000, "nested more than 100 deep"),
        ("a.json", b'{"a":' * 100_000, "nested more than 100 deep"),
        ("a.json", b"[" + b'"a",' * 400_000 + b"1]", "more than 300000 values"),
        ("a.json", b'{"uri":"' + b"\\n" * 600_000 + b'"}', "more than 500000 escapes"),
        ("a.json", b'"' * 1_000_000, "not JSON"),
        ("a.json", b'"' + b"\\" * 100_001, "escapes|ends in the middle"),
        ("a.xml", BOMB.encode() + b"<nitf>&j;</nitf>", "declares entities"),
        ("a.xml", BOMB.encode() + b'<nitf a="&j;"/>', "declares entities"),
        ("a.xml", b"<nitf>" * 1_000_000, "nested more than 500 deep"),
        ("a.xml", b"<nitf>" + b"<a></a>" * 1_000_001 + b"</nitf>", "more elements"),
        ("a.xml", b"<nitf>" + b"<!--" * 50_000, "not well-formed"),
        ("a.xml", b"<rss>" + b"<item/>" * 20_001 + b"</rss>", "more than 20000 articles"),
        ("a.docx", zipped({WORD: b"<a>" + b" " * (30 << 20)}), "larger than 24 MB"),
        ("a.docx", zipped({WORD: "<a>" * 1_000_000}), "nested more than 500 deep"),
        ("a.docx", zipped({WORD: f"<a>{'<b/>' * 300_001}</a>"}), "more elements"),
        ("a.docx", zipped({WORD: f"{BOMB}<a>&j;</a>"}), "declares entities"),
        ("a.docx", zipped({f"a{at}": "" for at in range(5_001)}), "more than 5000 entries"),
        ("a.docx", zipped({"word/other.xml": ""}), "no word/document.xml"),
    ],
    ids=range(18),
)
def test_hostile_files_are_refused(name, data, message):
    reading = parse_all(name, data, NO_WORDS)
    assert any(part in reading.mistakes[0].message for part in message.split("|"))


def test_a_bomb_that_says_it_is_small():
    data = bytearray(zipped({WORD: b"<a>" + b" " * (30 << 20)}))
    for mark, at in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        size = data.find(mark) + at
        data[size : size + 4] = (1_000).to_bytes(4, "little")
    assert WORD in parse_all("a.docx", bytes(data), NO_WORDS).mistakes[0].message


@pytest.mark.parametrize(
    "data",
    [b"<!--" * 50_000, b"<div>" * 1_000_000, b"<p>x" * 30_000, b"<b x>" * 300_000, b"<" * 1_000_000, b"</" * 300_000,
     b"<a '" * 100_000, b'<a "' * 100_001, b"<p class=\"" * 50_000, b"&amp" * 100_000, b"&a" * 100_000, b"[a" * 100_000, b"<![CDATA[" * 30_000,
     b"<div class=x>" * 100_000, b"<time datetime=x>" * 50_000, b"<p hidden>" * 50_000, b" \n" * 300_000, b"<p id='" + b"a " * 200_000 + b"'>"],
    ids=range(18),
)  # fmt: skip
def test_hostile_pages_are_read(data):
    assert not parse_all("a.html", data, NO_WORDS).mistakes
    inside = json.dumps({"uri": "u", "body_html5": data.decode()}).encode()
    assert not parse_all("a.json", inside, NO_WORDS).mistakes
    escaped = data.replace(b"&", b"&amp;").replace(b"<", b"&lt;")
    page = b"<rss><item><content:encoded xmlns:content='c'>" + escaped + b"</content:encoded></item></rss>"
    assert all("references" in one.message for one in parse_all("a.xml", page, NO_WORDS).mistakes)


def test_a_real_page_of_two_megabytes_is_read():
    block = (
        b'<div class="c"><p class="x">Some <b>text</b> &amp; more, <a href="http://x.example/">linked</a>.</p></div>\n'
    )
    (document,) = parse_all("a.html", block * 20_000, NO_WORDS).documents
    assert len(document.blocks) == 20_000
    assert len(document.links) == 20_000


@pytest.mark.parametrize("name", SAME)
def test_a_file_cut_off_at_any_byte(name):
    data = SAME[name]
    # every byte of the text formats would take minutes
    step = 1 if name.endswith((".json", ".docx")) else 7
    for end in range(0, len(data), step):
        if name.endswith((".json", ".docx")):
            assert parse_all(name, data[:end], NO_WORDS).mistakes
        else:
            sound(name, data[:end])


@pytest.mark.parametrize("name", SAME)
def test_a_file_with_bytes_changed(name):
    dice = random.Random(name)  # noqa: S311 - the same files in each run
    for _ in range(60):
        data = bytearray(SAME[name])
        for _ in range(dice.randint(1, 8)):
            data[dice.randrange(len(data))] = dice.choice(b"<>&\"'{}[]\\/!-]:;aE\n\r\0\xc3\xff")
        sound(name, bytes(data))


PIECES = st.sampled_from(
    [*"ab <>&;/=\"'\\\n\r-[]{}:,é🙂", "<p>", "</p>", "<!--", "-->", "<![CDATA[", "]]>", "&amp;", "&#8217;", "&eacute;", "\\u00e9", "\\ud83d\\ude00",
     "<a href='x'>", "</a>", "<img alt='a b'>", "<h1>", "<article>", "<li>", "<td>", "<br/>", "[caption id=x]", "[/caption]", "\n\n", "<hl2>", "<media-caption>",
     "<!-- newslint: ignore words/x -->", "<script>", "</script>", "<div hidden>", "</div>"]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=40).map("".join)


@given(TEXTS, TEXTS)
def test_any_json(head, body):
    value = {"body_xhtml": body, "uri": "u", "headline": head, "description_text": body[:20]}
    assert not sound("a.json", json.dumps(value, ensure_ascii=len(head) % 2 == 0).encode()).mistakes
    sound("a.json", ('{"uri":"u","headline":"' + head + '","body_text":"' + body + '"}').encode())


@given(TEXTS, TEXTS)
def test_any_xml(head, body):
    cut = body.replace("]]>", "")
    whole = f"<rss><item><title><![CDATA[{head.replace(']]>', '')}]]></title><content:encoded xmlns:content='c'><![CDATA[{cut}]]></content:encoded></item></rss>"
    sound("a.xml", whole.encode())
    sound(
        "a.xml",
        f"<nitf><body><hedline><hl1>{head}</hl1></hedline><body.content><p>{body}</p></body.content></body></nitf>".encode(),
    )
    sound(
        "a.xml",
        f"<newsItem><contentMeta><headline>{head}</headline></contentMeta><inlineXML>{body}</inlineXML></newsItem>".encode(),
    )


@given(TEXTS, TEXTS)
def test_any_page_and_any_markdown(head, body):
    sound("a.html", f"<h1>{head}</h1><p>{body}".encode())
    sound("a.md", f"# {head}\n\n{body}".encode())
    sound("a.txt", f"{head}\n\n{body}".encode())


WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), max_size=20)


@given(st.lists(WORDS, min_size=1, max_size=5), TEXTS)
def test_any_document(texts, comment):
    def escaped(text):
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

    data = docx(*(paragraph(run(escaped(text))) for text in texts), comments=((1, escaped(comment)),))
    reading = sound("a.docx", data)
    assert not reading.mistakes
    assert reading.documents[0].source.split("\n") == texts
