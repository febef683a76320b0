"""Reports for the tests of the formats: one as usual, one in which everything that can be hostile is."""

from newslint.document import Block, Document
from newslint.finding import Finding, Fix, Mistake, NotRun, Place, PlacedNote, Report
from newslint.formats import About, Article, Options
from newslint.lexicon import Lexicon
from newslint.readers.plain import paragraphs
from newslint.span import Span

BORDER = """\
Talks begin at the border

“Moscow”, she said, deployed over 90,000 trips along the border — far more than in May.

At the gate 80,000 troops were counted.
"""
OTHER = "Few troops are left\n\nOnly 70,000 troops are there, 12 🚢 among them: the trips were long.\n"
HOSTILE = (
    "<script>alert('1')</script><img src=x onerror=alert(2)>]]>&amp;\"'`|*_[a](http://x.test)![](//y.test/i.png)"
    "\x00\x01\x1b[31m\x85\u202e\u2066\u2028\ufffe\uffff\ud800@desk #12 ##[error]x ::error::y %0A,:;"
)


def document(path, text):
    return Document(path, text, Lexicon({}), blocks=paragraphs(text))


def at(one, text, nth=0):
    """The span of the nth occurrence of a text in an article."""
    start = -1
    for _ in range(nth + 1):
        start = one.text.index(text, start + 1)
    return Span(start, start + len(text))


def finding(one, text, *, nth=0, rule="words/trips-for-troops", severity="error", message="A slip.", **more):
    span = at(one, text, nth)
    return Finding(one.path, one.place(span), rule, severity, message, text, span, **more)


def note(one, text, message):
    span = at(one, text)
    return PlacedNote(one.path, one.place(span), text, message, span)


def options(*documents, rules=None, **more):
    articles = {one.path: Article(one.text, one.blocks, one.source, one.origin) for one in documents}
    lines = {one.path: one.lines() for one in documents}
    return Options(
        context=lambda path: lines.get(path, ()),
        article=articles.get,
        paths=sorted(articles),
        rules=rules or {},
        **more,
    )


def usual():
    """Two articles of one story and a clean one: findings of each severity, fixes, a contradiction, what went wrong."""
    border, other, clean = (
        document("a b/border.txt", BORDER),
        document("other.txt", OTHER),
        document("clean.txt", "Fine."),
    )
    report = Report(
        (
            finding(border, "trips", message="“trips” looks like a slip.", fix=Fix("troops", safe=False)),
            finding(
                border,
                "80,000 troops",
                rule="figures/two-figures",
                severity="warning",
                message="80,000 troops here, 90,000 there.",
                notes=(
                    note(border, "90,000 trips", "90,000 here"),
                    note(other, "70,000 troops", "70,000 in the other article"),
                ),
            ),
            finding(other, "trips", rule="style/long", severity="suggestion", fix=Fix("", safe=True)),
        ),
        errors=(Mistake("rules/bad.yaml", 3, 5, "unknown key"), Mistake("gone.txt", None, None, "cannot be read")),
        not_run=(NotRun("grammar/all", "there is no Java"),),
        articles=3,
    )
    rules = {
        "words/trips-for-troops": About(
            "error", "Both are words.\nSpelling checkers pass it.", ("https://example.test/a",)
        ),
        "figures/two-figures": About("warning", "One of them is wrong."),
        "style/long": About("suggestion", "It is long.", ("javascript:alert(3)",)),
        "words/unused": About("error", "It found nothing."),
    }
    return report, options(border, other, clean, rules=rules)


def hostile():
    """Everything that comes from an article, a rule pack or a path tries to break out."""
    text = f"{HOSTILE} before {HOSTILE} after\n"
    path = f"dir/{HOSTILE}.txt"
    one = Document(path, text, Lexicon({}), blocks=(Block(0, len(text)),))
    place = Place(1, 1, 1, len(HOSTILE) + 1)
    found = Finding(
        path,
        place,
        f"words/{HOSTILE}",
        "error",
        HOSTILE,
        HOSTILE,
        Span(0, len(HOSTILE)),
        Fix(HOSTILE, safe=True),
        (PlacedNote(path, place, HOSTILE, HOSTILE, Span(3, 9)), PlacedNote("b.txt", place, HOSTILE, HOSTILE)),
    )
    report = Report((found,), (Mistake(path, 1, 1, HOSTILE),), (NotRun(HOSTILE, HOSTILE),), 1)
    rules = {found.rule: About("error", HOSTILE, (HOSTILE, f"https://x.test/{HOSTILE}"))}
    return report, options(one, rules=rules)


CASES = {"usual": usual, "hostile": hostile, "nothing": lambda: (Report((), articles=0), Options())}
