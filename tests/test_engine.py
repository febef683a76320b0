"""The engine: order, failures, stories, and that the order of files changes nothing."""

from itertools import permutations

from conftest import PLAIN, document, whole
from hypothesis import given
from hypothesis import strategies as st

from newslint.finding import Match
from newslint.linting import Linter, SelectionError, choose
from newslint.rule import ALWAYS, Compiled
from newslint.rulebook import load, shipped
from newslint.span import Span

BOOK = load([shipped()])
LINTER = Linter(choose(BOOK, ["all"], []), BOOK.lexicon)


def test_a_rule_that_fails_costs_that_rule(pack):
    book = load([pack({"words/gizmo": PLAIN, "words/other": PLAIN.replace("gizmo", "gadget")})])

    def fails(_document, _hits):
        yield Match(Span(0, 1), {})
        raise ZeroDivisionError("by design")

    broken = book.rules[1]._replace(compiled=Compiled(ALWAYS, fails, frozenset()))
    report = Linter([book.rules[0], broken], book.lexicon).report([document("The gizmo broke.")])
    assert [one.text for one in report.findings] == ["gizmo"]
    assert [one.message for one in report.errors] == ["words/other failed here: ZeroDivisionError: by design"]


STORY = {
    "b.txt": "The adviser, Jack Whitfield, met 90,000 troops on the border with Varnia. Jack Whitfield left.",
    "a.txt": "The advisor, Jake Whitfield, counted 175,000 troops on the border with Varnia.",
    "c.txt": "The adviser said nothing of it.",
}


def test_the_order_of_articles_changes_nothing(pack):
    rules = [*BOOK.rules, *load([pack({"test/rule": whole("kind: consistency\nforms: [adviser, advisor]")})]).rules]
    linter = Linter(rules, BOOK.lexicon)
    reports = {
        linter.report([document(STORY[name], BOOK.lexicon, name) for name in order], story=True)
        for order in permutations(STORY)
    }
    assert len(reports) == 1
    (report,) = reports
    found = [(one.path, one.text, one.notes[0].path) for one in report.findings if one.rule == "test/rule"]
    assert found == [("a.txt", "advisor", "b.txt")]
    assert list(report.findings) == sorted(report.findings, key=lambda one: (one.path, one.place, one.rule))


TEXTS = st.text(max_size=200) | st.text(
    alphabet="Aa. \n\r\t“”\"'’()0,5$%@é\u0301\u00a0🙂\ufeff\u2028ıİſ-—:;?!", max_size=200
)


@given(TEXTS)
def test_no_text_breaks_a_rule(text):
    report = LINTER.report([document(text, BOOK.lexicon)])
    assert [str(one) for one in report.errors] == []
    for one in report.findings:
        assert text[one.span.start : one.span.end] == one.text


@given(st.lists(TEXTS, min_size=2, max_size=3))
def test_no_story_breaks_a_rule(texts):
    report = LINTER.report([document(text, BOOK.lexicon, f"{at}.txt") for at, text in enumerate(texts)], story=True)
    assert [str(one) for one in report.errors] == []


def test_choosing_rules(pack):
    book = load(
        [
            pack(
                {
                    "words/one": PLAIN,
                    "words/off": PLAIN + "default: off\n",
                    "style/house": PLAIN + "house: nato-lower\n",
                    "style/two": PLAIN,
                }
            )
        ]
    )

    def chosen(select=(), ignore=()):
        return [rule.id for rule in choose(book, list(select), list(ignore))]

    assert chosen() == ["style/two", "words/one"]
    assert chosen(["words"]) == ["words/off", "words/one"]
    assert chosen(["style"]) == ["style/two"]
    assert chosen(["words/off"]) == ["words/off"]
    assert chosen(["nato-lower"]) == ["style/house"]
    assert chosen(["all"], ["style"]) == ["words/off", "words/one"]
    assert chosen([], ["words/one"]) == ["style/two"]
    for name, nearest in (("word", "words"), ("words/ones", "words/one"), ("nato", None)):
        try:
            chosen([name])
        except SelectionError as error:
            assert nearest is None or str(error).endswith(f"did you mean {nearest}?")  # noqa: PT017
        else:
            raise AssertionError(name)
