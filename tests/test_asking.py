"""What newslint says about itself: why a rule did not fire, how often each did, and a rule file to begin with."""

from argparse import Namespace
from collections import Counter

import pytest
from conftest import PLAIN, document, newslint, whole

from newslint.commands import making, statistics
from newslint.kinds import KINDS
from newslint.rulebook import load, shipped
from newslint.selftest import prove
from newslint.span import Span
from newslint.whynot import reasons

RULE = """\
kind: pattern
match: "{n:number} [[trips]] (by|along)"
where: n >= 1000
near: [army, soldiers]
unless: [bus]
quotes: skip
in: [body]
"""


def asked(pack, text, rule=RULE):
    book = load([pack({"test/rule": whole(rule)})])
    assert not book.mistakes, book.mistakes
    article = document(text, book.lexicon)
    return reasons(book.rules[0], article, Span(text.rfind("\n") + 1, len(text)))


HEAD = "A headline of the day\n\nThe first paragraph of a text says what has happened, and to whom.\n\n"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("The army made 9,000 trips along it.", []),
        (
            "The army made 9,000 journeys.",
            [
                "none of the words it looks for stands in this article: trips",
                "“{n:number} [[trips]] (by|along)” matches no further than “9,000”: “trips (by|along)” is wanted, “journeys.” follows",
            ],
        ),
        (
            "The army made 900 trips along it.",
            ["“trips” is left alone: `where` is not true: n >= 1000, with n = “900”"],
        ),
        (
            "They made 9,000 trips along it.",
            ["“trips” is left alone: none of its `near` words stands in the sentence: army, soldiers"],
        ),
        (
            "The army made 9,000 trips along it by bus.",
            ["“trips” is left alone: an `unless` word stands in the sentence: bus"],
        ),
        (
            "“The army made 9,000 trips along it,” he said.",
            ["“trips” is left alone: it stands in quotation marks (quotes: skip)"],
        ),
        (
            "They made 900 trips along it.",
            [
                "“trips” is left alone: none of its `near` words stands in the sentence: army, soldiers",
                "“trips” is left alone: `where` is not true: n >= 1000, with n = “900”",
            ],
        ),
        (
            "The army made 9,000 trips to it.",
            [
                "“{n:number} [[trips]] (by|along)” matches no further than “9,000 trips”: “(by|along)” is wanted, “to it.” follows"
            ],
        ),
    ],
)
def test_why_not(pack, line, said):
    assert asked(pack, HEAD + line) == said


def test_why_not_by_region(pack):
    text = "The army made 9,000 trips along it"
    book = load([pack({"test/rule": whole(RULE)})])
    found = reasons(
        book.rules[0],
        document(f"{text}\n\nAll is well, and there is a second sentence.", book.lexicon),
        Span(0, len(text)),
    )
    assert found == ["“trips” is left alone: it stands in headline, and the rule looks in body"]


@pytest.fixture
def desk(tmp_path, pack):
    pack({"words/gizmo": PLAIN, "words/thing": PLAIN.replace("gizmo", "thing") + "default: off\n"})
    (tmp_path / "a.md").write_text(
        "A headline\n\nThe gizmo broke. <!-- newslint: ignore words/gizmo -->\n\nThe gizmo rose.\n\nThe thing.\n"
    )
    return tmp_path


@pytest.mark.parametrize(
    ("place", "rule", "status", "said"),
    [
        ("a.md:3", "words/gizmo", 0, "it finds “gizmo”; it is suppressed\n"),
        ("a.md:5", "words/gizmo", 0, "it finds “gizmo”; it is reported\n"),
        (
            "a.md:7",
            "words/thing",
            0,
            "words/thing does not run on this article: it is off by default\nit finds “thing”; it would be reported\n",
        ),
        ("a.md:7", "words/thnig", 2, "newslint: no rule “words/thnig”"),
        ("a.md:70", "words/thing", 2, "newslint: a.md has 8 lines\n"),
        ("a.md", "words/thing", 2, "newslint: “a.md” is no place; expected FILE:LINE\n"),
    ],
)
def test_why_not_asked(desk, place, rule, status, said):
    run = newslint("why-not", place, rule, "--rules", "pack", cwd=desk)
    assert run.returncode == status, run
    assert (run.stdout if status == 0 else run.stderr).decode().startswith(said)


def test_statistics():
    assert list(statistics.table(Counter({"words/b": 3}), ["words/a", "words/b"], 2000)) == [
        "findings  per 1,000 words  rule",
        "       3            1.500  words/b",
        "       0            0.000  words/a",
        "       3            1.500  in all, in 2,000 words",
    ]


def test_statistics_stay_out_of_what_programs_read(desk):
    run = newslint(
        "check", "--rules", "pack", "--select", "words/gizmo", "--statistics", "--format", "concise", "a.md", cwd=desk
    )
    assert run.stdout.decode().count("\n") == 1
    assert "       1" in run.stderr.decode()


# a grammar rule is proved where its server is
@pytest.mark.parametrize("kind", sorted(KINDS.keys() - {"grammar"}))
def test_a_new_rule_can_be_read_and_is_not_proved(tmp_path, kind):
    folder = tmp_path / "mine"
    said = making.write(Namespace(rule="words/mine", kind=kind, folder=str(folder)))
    lines = (folder / "words" / "mine.yaml").read_text().splitlines()
    assert said
    for one in said:
        assert "<- edit" in lines[int(one.split(":")[-2]) - 1]
    book = load([shipped(), folder], [folder])
    assert book.mistakes == ()
    assert any("is not reported" in mistake.message for mistake in prove(book))


def test_a_new_rule_overwrites_nothing(tmp_path):
    options = Namespace(rule="words/mine", kind="phrase", folder=str(tmp_path))
    making.write(options)
    with pytest.raises(making.NoRuleError, match="is there already"):
        making.write(options)
    for name in ("mine", "words/Mine", "../words/mine", "words/"):
        with pytest.raises(making.NoRuleError, match="is no name"):
            making.write(Namespace(rule=name, kind="phrase", folder=str(tmp_path)))


def test_a_new_rule_in_a_process_of_its_own(tmp_path):
    run = newslint("new-rule", "words/mine", cwd=tmp_path)
    assert (run.returncode, run.stderr) == (0, b"")
    assert run.stdout.decode().startswith("rules/words/mine.yaml:")
