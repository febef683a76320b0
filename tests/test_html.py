"""The page for people, read as a browser reads it: what is marked where, what leads where, what it can never do."""

import base64
import hashlib
import re
import warnings

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reports import BORDER, CASES, document, finding, options, usual

from newslint.document import Block, Document
from newslint.finding import Finding, Place, PlacedNote, Report
from newslint.formats import FORMATS, Article, Options
from newslint.formats.marked import Mark, stretch
from newslint.lexicon import Lexicon
from newslint.sourcemap import SourceMap
from newslint.span import Span

NAMESPACE = "{http://www.w3.org/1999/xhtml}"


def page(report, how):
    """The page as a strict parser of HTML sees it; any mistake in it is an error."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return html5lib.HTMLParser(strict=True).parse("".join(FORMATS["html"](report, how)))


def every(root, tag, **wanted):
    """The elements of a name; ``class_`` is one of their classes."""
    return [one for one in root.iter(f"{NAMESPACE}{tag}") if all(_has(one, key, wanted[key]) for key in wanted)]


def _has(one, key, value):
    if key == "class_":
        return value in one.attrib.get("class", "").split()
    return one.attrib.get(key) == value


def text(one):
    return "".join(one.itertext())


def by_id(root):
    named = {}
    for one in root.iter():
        if "id" in one.attrib:
            assert one.attrib["id"] not in named, one.attrib["id"]
            named[one.attrib["id"]] = one
    return named


every_case = pytest.mark.parametrize("case", CASES.values(), ids=CASES)


@every_case
def test_every_link_on_the_page_leads_somewhere(case):
    root = page(*case())
    named = by_id(root)
    for link in every(root, "a"):
        target = link.attrib["href"]
        assert target.startswith("https://example.test/") or target[1:] in named, target


@every_case
def test_the_page_can_load_and_run_nothing(case):
    root = page(*case())
    tags = {one.tag.removeprefix(NAMESPACE) for one in root.iter()}
    assert not tags & {"script", "img", "link", "iframe", "object", "embed", "base", "video", "audio", "svg", "source"}
    for one in root.iter():
        assert not [
            name for name in one.attrib if name.startswith("on") or name in {"src", "style", "srcset", "action"}
        ]
    (style,) = every(root, "style")
    assert not re.search(r"url\(|@import|image-set|\\[0-9a-f]+rl", text(style))
    (policy,) = every(root, "meta", **{"http-equiv": "Content-Security-Policy"})
    digest = base64.b64encode(hashlib.sha256(text(style).encode()).digest()).decode()
    assert policy.attrib["content"] == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )
    head = next(one for one in root if one.tag == f"{NAMESPACE}head")
    assert list(head).index(policy) < list(head).index(style)


def test_what_is_hostile_is_shown_as_text():
    report, how = CASES["hostile"]()
    shown = text(page(report, how))
    assert "<script>alert('1')</script><img src=x onerror=alert(2)>" in shown
    assert r"\u202e" in shown
    assert r"\x1b[31m" in shown


def test_findings_are_marked_numbered_and_explained():
    root = page(*usual())
    named = by_id(root)
    assert [text(named[f"m{n}"]) for n in (1, 2, 3)] == ["trips", "80,000 troops", "trips"]
    first = text(named["f1"])
    assert "“trips” looks like a slip. → troops" in first
    assert "Both are words. Spelling checkers pass it." in first
    assert "error words/trips-for-troops line 3" in first
    assert [link.attrib["href"] for link in every(named["f1"], "a")] == ["#m1", "https://example.test/a"]
    assert [link.attrib["href"] for link in every(named["f3"], "a")] == ["#m3"], "javascript: is no page"
    assert "→ (leave out)" in text(named["f3"])
    assert [text(one) for one in every(root, "h2")] == [
        "a b/border.txt",
        "other.txt",
        "What newslint could not do",
        "Rules that did not run",
    ]
    assert text(every(root, "details", class_="clean")[0]).split() == ["1", "without", "findings", "clean.txt"]


def test_both_places_of_a_contradiction_lead_to_each_other():
    root = page(*usual())
    named = by_id(root)
    assert text(named["n2-2"]) == "70,000 troops"
    assert text(named["n2-1"]) == "90,000 ", "and what follows is marked as finding 1, too"
    assert [link.attrib["href"] for link in every(named["f2"], "a")] == ["#m2", "#n2-1", "#n2-2"]
    back = every(root, "li", class_="second")
    assert [[link.attrib["href"] for link in every(one, "a")] for one in back] == [["#f2", "#m2"], ["#f2", "#m2"]]
    assert [" ".join(text(one).split()) for one in back] == [
        "2 line 5: 80,000 troops here, 90,000 there.",
        "2 a b/border.txt, line 5: 80,000 troops here, 90,000 there.",
    ]


def test_a_second_place_in_a_file_that_is_not_shown_is_only_named():
    one = document("x.txt", BORDER)
    elsewhere = PlacedNote("gone.txt", Place(4, 1, 4, 5), "here", "here")
    root = page(Report((finding(one, "trips", notes=(elsewhere,)),), articles=1), options(one))
    assert "gone.txt, line 4: here" in text(by_id(root)["f1"])


def test_regions_look_as_they_do_in_print():
    words = "A headline\nA standfirst\nA body\n- a list\n- of two\n"
    blocks = (
        Block(0, 10, "headline"),
        Block(11, 23, "standfirst"),
        Block(24, 30),
        Block(31, 48, "list"),
    )
    one = document("x.txt", words)
    found = finding(one, "body")
    root = page(Report((found,), articles=1), Options(article=lambda _: Article(words, blocks, words)))
    assert text(every(root, "h3", class_="headline")[0]) == "A headline"
    assert text(every(root, "p", class_="standfirst")[0]) == "A standfirst"
    assert text(every(root, "p", class_="list")[0]) == "- a list\n- of two"


def test_what_no_block_holds_is_shown_all_the_same():
    words = "before\n\nblock\n\nafter body\n"
    how = Options(article=lambda _: Article(words, (Block(8, 13),), words))
    root = page(Report((finding(document("x.txt", words), "after"),), articles=1), how)
    assert [text(row).split()[1:] for row in every(root, "div", class_="row")][:2] == [["before"], ["block"]]
    assert text(by_id(root)["m1"]) == "after"


def test_without_the_text_the_entries_show_it():
    one = document("x.txt", BORDER)
    root = page(Report((finding(one, "trips"),), articles=1), Options())
    assert "The text is not at hand." in text(root)
    assert text(every(by_id(root)["f1"], "q")[0]) == "trips"


def test_an_article_with_markup_is_shown_as_it_is_read_with_the_lines_of_its_file():
    source = "<h1>Plan</h1>\n<p>A &amp; <b>B</b> trips</p>\n"
    words = "Plan\n\nA & B trips"
    origin = SourceMap(
        starts=[0, 4, 6, 8, 9, 10, 11],
        lows=[4, 8, 17, 19, 24, 28, 33],
        highs=[8, 17, 19, 24, 25, 29, 39],
        exact=[True, False, True, False, True, True, True],
    )
    blocks = (Block(0, 4, "headline"), Block(6, len(words)))
    one = Document("x.html", words, Lexicon({}), blocks=blocks, source=source, origin=origin)
    span = one.in_source(Span(words.index("trips"), len(words)))
    assert source[span.start : span.end] == "trips"
    found = Finding("x.html", one.source_place(span), "words/slip", "error", "A slip.", "trips", span)
    root = page(Report((found,), articles=1), options(one))
    assert text(by_id(root)["m1"]) == "trips"
    assert [text(row) for row in every(root, "span", class_="line")] == ["1", "2"]
    assert text(every(root, "p", class_="body")[0]) == "A & B trips1"


def test_filters_name_each_severity_and_family_with_their_number():
    root = page(*usual())
    labels = [" ".join(text(one).split()) for one in every(root, "label")]
    assert labels == ["error 1", "warning 1", "suggestion 1", "figures 1", "style 1", "words 1"]
    assert not every(page(*CASES["nothing"]()), "form")


def spans(length):
    return st.lists(st.tuples(st.integers(0, length), st.integers(0, length)).map(sorted), max_size=9)


@given(st.text("ab \t\n<&>é\u202e\x00", min_size=1, max_size=25), st.data())
def test_marks_nest_wherever_they_stand_and_lose_no_text(words, data):
    marks = [
        Mark(Span(*span), number, f"m{number}", "error family-1")
        for number, span in enumerate(data.draw(spans(len(words))), 1)
    ]
    out = "".join(stretch(words, Span(0, len(words)), marks, breaks=True))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        root = html5lib.HTMLParser(strict=True).parseFragment(f"<div>{out}</div>")
    for one in list(root.iter(f"{NAMESPACE}a")):
        one.text = ""
    shown = words.replace("\u202e", "\\u202e").replace("\x00", "\\x00")
    assert text(root) == shown
    named = by_id(root)
    assert set(named) == {mark.name for mark in marks}
    for mark in marks:
        at = "".join(before(root, named[mark.name]))
        start = words[: mark.span.start].replace("\u202e", "\\u202e").replace("\x00", "\\x00")
        assert at == start


def before(root, wanted):
    """The text of a tree in front of an element."""
    for event, one, piece in walk(root):
        if event == "start" and one is wanted:
            return
        yield piece


def walk(one):
    yield "start", one, one.text or ""
    for child in one:
        yield from walk(child)
        yield "tail", child, child.tail or ""


def test_thousands_of_marks_on_one_place_stay_a_page_of_a_size():
    words = "word " * 2000
    marks = [Mark(Span(at, len(words)), at, f"m{at}", "error") for at in range(2000)]
    assert sum(map(len, stretch(words, Span(0, len(words)), marks))) < 2_000_000
