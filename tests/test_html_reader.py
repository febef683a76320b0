"""HTML pages: what rules see of them, where that stands in the file, and the same article in three formats."""

import pytest
from conftest import PLAIN, newslint
from hypothesis import given
from hypothesis import strategies as st

from newslint.directives import directives
from newslint.lexicon import Lexicon
from newslint.linting import Linter
from newslint.readers.files import article
from newslint.rulebook import load
from newslint.span import Span

PAGE = """\
<!DOCTYPE html><html><head><title>Big news | The Paper</title>
<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2021-12-30T10:00:00Z"}</script>
</head><body><header><a href="/">Home</a></header><nav><ul><li>News</ul></nav>
<article><header><h1>Big <em>news</em> today</h1><p class="byline">By Jane Doe</p></header>
<figure><img src=x alt="A cat &amp; dog"><figcaption>The cat.</figcaption></figure>
<p>The <b>g</b>izmo of AT&amp;T&nbsp;goes
   on<br>here. <!-- c --> <a href="https://a.example/?b=1&amp;c">More</a>.
<p>It costs &lsquo;less&rsquo;, 5 < 6.</p>
<ul><li>one<li>two</ul><aside>Related</aside><table><tr><td>a</td></tr></table>
</article><footer>Contact</footer></body></html>
"""


def read(text, name="a.html"):
    return article(name, text, Lexicon({}))


def seen(text):
    document = read(text)
    return [(block.region, document.text[block.start : block.end]) for block in document.blocks]


def test_the_article_without_its_page():
    assert seen(PAGE) == [
        ("headline", "Big news today"),
        ("byline", "By Jane Doe"),
        ("caption", "A cat & dog"),
        ("caption", "The cat."),
        ("body", "The gizmo of AT&T\u00a0goes on here. More."),
        ("body", "It costs ‘less’, 5 < 6."),
        ("list", "one"),
        ("list", "two"),
        ("table", "a"),
    ]
    document = read(PAGE)
    assert str(document.published) == "2021-12-30"
    assert [one.target for one in document.links] == ["https://a.example/?b=1&c"]
    at = document.text.index("gizmo")
    assert document.place(Span(at, at + 5)) == (6, 11, 6, 20)


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("<title>Head – The Paper</title><p>Text.</p>", [("headline", "Head – The Paper"), ("body", "Text.")]),
        ("<h1>H</h1><p>One<p>Two", [("headline", "H"), ("body", "One"), ("body", "Two")]),
        ("<h1>H</h1><p>A<script>var a = '<p>no</p>'</script> b</p>", [("headline", "H"), ("body", "A b")]),
        ("<h1>H</h1><p>Never closed <b", [("headline", "H"), ("body", "Never closed")]),
        ("<h1>H</h1><p>A &unknown; &#8217; &amp b</p>", [("headline", "H"), ("body", "A &unknown; ’ & b")]),
        ("<h1>H</h1><p title='>'>Text</p>", [("headline", "H"), ("body", "Text")]),
        ("<h1>H</h1><p>A <!-- open\nText</p>", [("headline", "H"), ("body", "A Text")]),
        ("", []),
    ],
)  # fmt: skip
def test_what_rules_see(text, blocks):
    assert seen(text) == blocks


SITE = """\
<!doctype html><html lang="en"><head><title>Ferry stopped - The Osk Mercury</title>
<script type="application/ld+json">[{"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "The Osk Mercury"},
 {"@type": ["NewsArticle"], "headline": "Ferry stopped", "datePublished": "2021-12-30T09:00:00+01:00", "author": [{"@type": "Person", "name": "Mira Tolland"}]}]}]</script>
</head><body class="has-cookie-banner">
<div id="cookie-banner" class="cookie-notice"><p>We value your privacy.</p></div>
<header class="site"><nav><a href="/">Home</a></nav></header>
<main><article class="story">
<div class="breadcrumbs"><a href="/news">News</a></div>
<header><h1>Ferry stopped</h1><p class="dek">Storm keeps Osk cut off</p>
<div class="byline author">By <a rel="author" href="/mira">Mira Tolland</a></div><time datetime="2021-12-30T09:00">Thursday</time></header>
<div class="social-share share-bar"><span>Share on</span> <button>X</button></div>
<figure class="lead"><picture><source srcset="a.webp"><img src="a.jpg" alt="A ferry at the quay"></picture>
<figcaption><span>The ferry on Thursday.</span> <span class="credit">Al Voss</span></figcaption></figure>
<div class="body"><p>The ferry to Osk was stopped.</p>
<aside class="pullquote"><p>Nobody knew</p></aside>
<div class="related-links"><h3>Read more</h3><ul><li><a href="/x">Other ferry</a></ul></div>
<figure><figure><amp-img alt="A map" src="m.png"></amp-img></figure><figcaption>Where Osk lies.</figcaption></figure>
<div class="ad-slot">Advertisement</div>
<p>Crews waited.<span class="sr-only"></span></p>
<div class="newsletter-signup"><p>Sign up</p></div>
<p hidden>Old text.</p></div>
<section class="comments-section"><p>First!</p></section>
</article><article class="teaser"><h2>Another story</h2><p>Short.</p></article></main>
<footer>Contact</footer></body></html>
"""


def test_a_page_as_sites_build_them():
    assert seen(SITE) == [
        ("headline", "Ferry stopped"),
        ("standfirst", "Storm keeps Osk cut off"),
        ("byline", "By Mira Tolland"),
        ("body", "Thursday"),
        ("caption", "A ferry at the quay"),
        ("caption", "The ferry on Thursday. Al Voss"),
        ("body", "The ferry to Osk was stopped."),
        ("caption", "A map"),
        ("caption", "Where Osk lies."),
        ("body", "Crews waited."),
    ]
    document = read(SITE)
    assert str(document.published) == "2021-12-30"
    assert document.meta["author"] == "Mira Tolland"


def test_classes_that_name_an_article_are_no_furniture():
    for name in ("share-price", "market-share", "comment", "article-share-holders", "advance", "moreover", "paywall"):
        assert seen(f'<h1>H</h1><div class="{name}"><p>Text.</p></div>') == [("headline", "H"), ("body", "Text.")]


def test_a_comment_between_two_paragraphs_on_one_line(linter):
    document = read(
        "<h1>A day</h1><p>One gizmo.</p><!-- newslint: ignore words/gizmo --><p>The gizmo.</p><p>A gizmo.</p>"
    )
    (asked,) = directives(document)
    assert [document.source[one.start : one.end] for one in asked.scopes] == ["The gizmo."]
    assert len(linter.report([document]).findings) == 3


@pytest.fixture
def linter(pack):
    book = load(
        [
            pack(
                {
                    "words/gizmo": PLAIN.replace("message:", "fix: {replace: gadget, safe: true}\nmessage:").replace(
                        '["The [[gizmo]] broke."]', '[{text: "The [[gizmo]] broke.", fix: The gadget broke.}]'
                    )
                }
            )
        ]
    )
    assert not book.mistakes, [str(one) for one in book.mistakes]
    return Linter(book.rules, book.lexicon)


SAME = {
    "a.txt": "A long day for the town\n\nThe gizmo of AT&T broke.\n\nNobody mended the gizmo.\n",
    "a.md": "# A long day for the town\n\nThe **gizmo** of AT&amp;T broke.\n\nNobody mended the *giz*mo.\n",
    "a.html": "<h1>A long day for the town</h1>\n\n<p>The <b>gizmo</b> of AT&amp;T broke.</p>\n\n<p>Nobody mended the <i>giz</i>mo.</p>\n",
}


def test_one_article_in_every_format(linter):
    for name, text in SAME.items():
        report = linter.report([read(text, name)])
        assert not report.errors
        assert [(one.place.line, one.rule, one.text) for one in report.findings] == [
            (3, "words/gizmo", "gizmo"),
            (5, "words/gizmo", "gizmo"),
        ]


def test_fixes_only_where_no_markup_stands(linter):
    for name in ("a.md", "a.html"):
        first, second = linter.report([read(SAME[name], name)]).findings
        assert first.fix
        assert SAME[name][first.span.start : first.span.end] == "gizmo"
        assert second.fix is None


@pytest.mark.usefixtures("linter")
def test_a_comment_suppresses_in_a_page(tmp_path):
    page = "<h1>A long day</h1>\n<!-- newslint: ignore words/gizmo: looked at -->\n<p>The <b>giz</b>mo broke.</p>\n<p>The gizmo.</p>\n"
    (tmp_path / "a.html").write_text(page)
    said = newslint(
        "check", "--rules", tmp_path / "pack", "--select", "words/gizmo", "--format", "concise", "a.html", cwd=tmp_path
    )
    assert said.stdout.decode().startswith("a.html:4:8: ")
    newslint("check", "--rules", tmp_path / "pack", "--select", "words/gizmo", "--fix", "a.html", cwd=tmp_path)
    assert (tmp_path / "a.html").read_text() == page.replace("The gizmo.", "The gadget.")


@pytest.mark.parametrize(
    "text",
    ["<!--" * 50_000, "<b>" * 1_000_000, "<div>" * 200_000, "<b " * 60_000, '<b "' * 50_000, "&" * 100_000,
     "<script>" * 30_000, "a" + " " * 200_000 + "b", "<h1>x</h1>" * 20_000, "<article>x" * 20_000, "<b " + "a=" * 100_000],
    ids=lambda text: text[:6],
)  # fmt: skip
def test_hostile_files_end(text):
    read(text)


@given(
    st.lists(
        st.sampled_from(
            [
                *"ab <>&;/=\"'\n\r",
                "<p>",
                "</p>",
                "<!--",
                "-->",
                "<script>",
                "</script>",
                "&amp;",
                "<a href=x>",
                "</a>",
                "<article>",
                "<h1>",
                "<img alt='a b'>",
            ]
        ),
        max_size=60,
    ).map("".join)
)
def test_any_page_is_read(text):
    read(text)
