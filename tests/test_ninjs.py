"""ninjs: what rules see of each of its versions, and where that stands in the JSON."""

import json

import pytest

from newslint.lexicon import Lexicon
from newslint.readers.files import parse_all
from newslint.readers.jsonvalues import JsonError, texts
from newslint.span import Span


def read(value):
    text = value if isinstance(value, str) else json.dumps(value)
    return parse_all("a.json", text.encode(), Lexicon({}))


def seen(value):
    reading = read(value)
    assert not reading.mistakes, [str(one) for one in reading.mistakes]
    return [[(block.region, one.text[block.start : block.end]) for block in one.blocks] for one in reading.documents]


FIRST = {
    "uri": "urn:1", "type": "text", "body_text": "Not read.", "headline": "A head", "byline": "Jo Orlik", "located": "Osk",
    "description_text": "What it is about.", "body_xhtml": "<p>One &amp; <b>t</b>wo.</p>\n<p>Three.</p>", "slugline": "ferry",
    "versioncreated": "2021-12-30T10:00:00Z",
    "associations": {"a": {"type": "picture", "headline": "No", "description_text": "A cat."}, "b": {"type": "text", "description_text": "Other."}},
}  # fmt: skip
SECOND = {
    "uri": "urn:2", "headlines": [{"role": "main", "value": "A head"}, {"role": "short", "value": "Head"}], "by": "Jo Orlik",
    "bodies": [{"role": "text", "contenttype": "text/plain", "value": "Not read."}, {"role": "x", "contenttype": "text/html", "value": "<p>One.</p>"},
               {"role": "own", "contenttype": "application/xml", "value": "<X>One.</X>"}],
    "descriptions": [{"value": "One."}], "associations": [{"type": "picture", "descriptions": [{"value": "A cat."}]}], "contentcreated": "2021-12-30",
}  # fmt: skip
NAMED = {
    "uri": "urn:5",
    "headline": [{"name": "main", "text": "A head"}],
    "body": [{"name": "text", "value": "Not read."}, {"name": "xhtml", "value": "<p>One,</ br> two.</p>"}],
}
THIRD = {
    "uri": "urn:3",
    "headlines": [{"value": "A head"}],
    "bodies": [{"contentType": "text/plain", "value": "One.\nTwo \u201cthree\u201d."}],
    "versionCreated": "2021-12-30T10:00:00Z",
}
PICTURE = {"uri": "urn:4", "type": "picture", "headline": "A cat", "description_text": "The cat in the rain."}


@pytest.mark.parametrize(
    ("value", "blocks"),
    [
        (FIRST, [("headline", "A head"), ("standfirst", "What it is about."), ("byline", "Jo Orlik"), ("body", "One & two."), ("body", "Three."), ("caption", "A cat.")]),
        (SECOND, [("headline", "A head"), ("byline", "Jo Orlik"), ("body", "One."), ("caption", "A cat.")]),
        (THIRD, [("headline", "A head"), ("body", "One."), ("body", "Two “three”.")]),
        (NAMED, [("headline", "A head"), ("body", "One, two.")]),
        (PICTURE, [("headline", "A cat"), ("caption", "The cat in the rain.")]),
    ],
)  # fmt: skip
def test_what_rules_see(value, blocks):
    assert seen(value) == [blocks]
    assert seen([value, value]) == [blocks, blocks]


def test_what_it_says_of_itself():
    for value in (FIRST, SECOND, THIRD):
        (document,) = read(value).documents
        assert str(document.published) == "2021-12-30"
    assert read(FIRST).documents[0].meta["slugline"] == "ferry"


def test_places_through_escapes():
    text = '{"uri": "u",\n "body_xhtml": "<p>Caf\\u00e9 \\ud83d\\ude00 \\"x\\" &amp;\\n<i>g</i>izmo<\\/p>"}'
    (document,) = read(text).documents
    assert document.text == 'Café 😀 "x" &\ngizmo'
    for word, shown in (
        ("é", "\\u00e9"),
        ("😀", "\\ud83d\\ude00"),
        ('"x"', '\\"x\\"'),
        ("&", "&amp;"),
        ("gizmo", "g</i>izmo"),
    ):
        at = document.text.index(word)
        start, end = document.in_source(Span(at, at + len(word)))
        assert text[start:end] == shown
        assert document.in_text(start) == at


@pytest.mark.parametrize(
    ("text", "message", "place"),
    [
        ("{", "ends in the middle", (1, 2)),
        ('{"a": "b', "ends in the middle", (1, 7)),
        ('{"a" "b"}', "not JSON", (1, 7)),
        ('{"a": [1,\n ]}', "no “]” can stand here", (2, 2)),
        ('{"a": 1} x', "not JSON", (1, 10)),
        ("[[[" * 100, "nested more than 100 deep", (1, 101)),
        ("nonsense", "not JSON", (1, 1)),
        ('{"a": "b"}', "but not ninjs", (None, None)),
        ("[]", "but not ninjs", (None, None)),
    ],
)
def test_what_cannot_be_read(text, message, place):
    reading = read(text)
    assert not reading.documents
    assert message in reading.mistakes[0].message
    assert (reading.mistakes[0].line, reading.mistakes[0].column) == place


@pytest.mark.parametrize(
    "text",
    ['{"a": [1, -2.5e3, true, false, null, "x", {"y": []}, {}], "b": "c"}', '"x"', "[]", " [1] ", '["a", ["b"]]'],
)
def test_what_json_reads(text):
    def walk(value, path=()):
        if isinstance(value, str):
            yield path, value
        for key, one in (
            value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        ):
            yield from walk(one, (*path, key))

    assert [(one.path, text[one.start : one.end]) for one in texts(text)] == list(walk(json.loads(text)))


@pytest.mark.parametrize(
    "text", ["", "[,]", "[1,]", "{,}", '{"a"}', '{"a":}', '{"a":1,}', "[1 2]", "]", "{]", "{1: 2}", "tru", "[1}"]
)
def test_what_json_refuses(text):
    with pytest.raises(json.JSONDecodeError):
        json.loads(text)
    with pytest.raises(JsonError):
        list(texts(text))
