"""Markdown: what rules see of it, and where that stands in the file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.lexicon import Lexicon
from newslint.readers.files import article
from newslint.span import Span

NO_WORDS = Lexicon({})


def read(text, name="a.md"):
    return article(name, text, NO_WORDS)


def seen(text):
    document = read(text)
    return [(block.region, document.text[block.start : block.end]) for block in document.blocks]


FRONT = """\
---
title: "The mayor said: \\"No\\""
date: 2021-12-30
image:
  caption: The mayor at work
standfirst: >-
  A long and winding
  story
---

# A second title

Hello.
"""


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("# Head\n\nOne line\nand the next.\n", [("headline", "Head"), ("body", "One line\nand the next.")]),
        ("Head\n====\n\n**W**ord _and_ more.\n", [("headline", "Head"), ("body", "Word and more.")]),
        ("# H\n\n## Sub ##\n\nText.", [("headline", "H"), ("heading", "Sub"), ("body", "Text.")]),
        ("# H\n\n- one\n- two\n  goes on\n", [("headline", "H"), ("list", "one"), ("list", "two\ngoes on")]),
        ("# H\n\n> Said\n> again.\n", [("headline", "H"), ("body", "Said\nagain.")]),
        ("# H\n\n```\ncode\n```\n\nText.", [("headline", "H"), ("body", "Text.")]),
        ("# H\n\n{{< tweet 12 >}}\n\nText {% x %} here.", [("headline", "H"), ("body", "Text here.")]),
        ("# H\n\n![A cat](cat.png)\n\nText.", [("headline", "H"), ("caption", "A cat"), ("body", "Text.")]),
        ("# H\n\n| a | b |\n|---|---|\n| c | d |\n", [("headline", "H"), *(("table", one) for one in "abcd")]),
        (
            "# H\n\nAT&amp;T, 5 * 3 * 2, snake_case_word, \\*.\n",
            [("headline", "H"), ("body", "AT&T, 5 * 3 * 2, snake_case_word, *.")],
        ),
        (
            "# H\n\nA word <!-- hm --> more.[^1]\n\n[^1]: Note.\n",
            [("headline", "H"), ("body", "A word more."), ("body", "Note.")],
        ),
        ("# H\n\n1986. That was the year.\n", [("headline", "H"), ("body", "1986. That was the year.")]),
        (
            FRONT,
            [
                ("headline", 'The mayor said: "No"'),
                ("caption", "The mayor at work"),
                ("standfirst", "A long and winding story"),
                ("heading", "A second title"),
                ("body", "Hello."),
            ],
        ),
        ('+++\ntitle = "Toml"\n+++\nText.\n', [("headline", "Toml"), ("body", "Text.")]),
        ('{"title": "Json", "date": "2021-12-30"}\n\nText.\n', [("headline", "Json"), ("body", "Text.")]),
    ],
)
def test_what_rules_see(text, blocks):
    assert seen(text) == blocks


def test_a_word_split_by_marks_is_reported_over_its_whole_range():
    document = read("# Head\n\nA **W**ord at AT&amp;T.\n")
    at = document.text.index("Word")
    assert document.place(Span(at, at + 4)) == (3, 5, 3, 11)
    at = document.text.index("AT&T")
    assert document.place(Span(at, at + 4)) == (3, 15, 3, 23)


def test_links_keep_their_address():
    document = read('# H\n\nSee [the *map*](https://a.example/b "t") and [x][y].\n\n[y]: https://c.example/\n')
    assert [(document.text[one.start : one.end], one.target) for one in document.links] == [
        ("the map", "https://a.example/b"),
        ("x", "https://c.example/"),
    ]


def test_the_date_is_the_articles():
    assert str(read(FRONT).published) == "2021-12-30"


MARKS = st.lists(
    st.sampled_from(
        [*"ab .*_`[]()<>!&;#-|\\\n\r>{}%:\"'~1", "&amp;", "<b>", "<!--", "-->", "{{<", ">}}", "---\n", "](", "```"]
    ),
    max_size=60,
).map("".join)


@given(MARKS)
@pytest.mark.parametrize("name", ["a.md", "a.html"])
def test_every_span_stands_inside_the_source(name, text):
    document = read(text, name)
    origin = document.origin
    assert origin.starts == sorted(origin.starts)
    assert origin.lows == sorted(origin.lows)
    for start, low, high, exact in zip(origin.starts, origin.lows, origin.highs, origin.exact, strict=True):
        assert 0 <= low <= high <= len(text)
        if exact:
            assert document.text[start : start + high - low] == text[low:high]
    for start in range(len(document.text)):
        one = document.in_source(Span(start, start + 1))
        assert 0 <= one.start <= one.end <= len(text)
        assert document.place(Span(start, len(document.text))).line >= 1
    for block in document.blocks:
        assert block.start < block.end <= len(document.text)
        assert document.text[block.start : block.end].strip() == document.text[block.start : block.end]


@pytest.mark.parametrize(
    "text",
    ["<!--" * 50_000, "<b>" * 1_000_000, "[" * 200_000, "*" * 200_000, "a *b" * 50_000, "{{" * 100_000, "{{<" * 60_000,
     '[](x "' * 30_000, "<b " * 60_000, '<b "' * 50_000, "`` ` " * 40_000, "> " * 100_000, "![a](b)" * 20_000,
     '{"a":' * 100_000, "+++\n" * 50_000, "---\n" * 50_000, "|-" * 100_000],
    ids=lambda text: text[:6],
)  # fmt: skip
def test_hostile_files_end(text):
    read(text)
