"""Rules proved by their examples: what a failing example says."""

import pytest
from conftest import PLAIN, newslint

from newslint.rulebook import load
from newslint.selftest import MarkError, prove, unmark

ARMY = """\
kind: pattern
severity: error
message: "“{match}” for troops."
why: A test.
match: "{n:number} [[trips]]"
where: n >= 1000
near: [army]
fix: {replace: troops, safe: false}
examples:
  bad:
    - {text: "The army made 5,000 [[trips]].", fix: "The army made 5,000 troops.", says: "“trips” for troops."}
  good:
    - "The army made 2 trips."
    - "They made 2,000 trips."
"""


def wrong(pack, rule):
    book = load([pack({"test/rule": rule})])
    assert not book.mistakes, [str(one) for one in book.mistakes]
    return [one.message.removeprefix("test/rule: ") for one in prove(book)]


@pytest.mark.parametrize("rule", [PLAIN, ARMY])
def test_proved(pack, rule):
    assert wrong(pack, rule) == []


@pytest.mark.parametrize(
    ("rule", "old", "new", "says"),
    [
        (PLAIN, "[[gizmo]] broke", "[[gizmo broke]]", "bad example 1: “gizmo broke” is not reported, but “gizmo” is"),
        (PLAIN, "The [[gizmo]] broke.", "The [[gadget]] broke.", "bad example 1: “gadget” is not reported"),
        (PLAIN, "The [[gizmo]] broke.", "The gadget broke.", "bad example 1: marks nothing; put [[ ]]"),
        (
            PLAIN,
            "The [[gizmo]] broke.",
            "The [[gizmo]] met a gizmo.",
            "bad example 1: “gizmo” is reported and should not be",
        ),
        (PLAIN, "The gizmos broke.", "One gizmo broke.", "good example 1: “gizmo” is reported and should not be"),
        (PLAIN, "The [[gizmo]] broke.", "The [[gizmo broke.", "bad example 1: “[[” is never closed"),
        (PLAIN, "The [[gizmo]] broke.", "The gizmo]] broke.", "bad example 1: “]]” closes nothing"),
        (PLAIN, "The [[gizmo]] broke.", "The [[1: a [[gizmo]]]].", "bad example 1: expected [[ ]]"),
        (ARMY, '5,000 troops."', '5,000 troop."', "bad example 1: the fix gives “The army made 5,000 troops.”"),
        (ARMY, 'says: "“trips”', 'says: "“trip”', "bad example 1: says ““trips” for troops.”, not"),
        (ARMY, '    - "The army made 2 trips."\n', "", "`where` proves nothing"),
        (ARMY, '    - "They made 2,000 trips."\n', "", "`near` proves nothing"),
        (ARMY, "near: [army]\n", "near: [army]\nunless: [navy]\n", "`unless` proves nothing"),
        (ARMY, '[[trips]].", fix', '[[1: trips]] by the [[2: sea]].", fix', "the place marked [[2: ]] is not"),
    ],
)
def test_not_proved(pack, rule, old, new, says):
    assert old in rule
    assert any(one.startswith(says) or says in one for one in wrong(pack, rule.replace(old, new)))


def test_a_good_example_must_be_a_near_miss(pack):
    said = wrong(pack, PLAIN.replace("The gizmos broke.", "Nothing of the kind."))
    assert said == ["no good example is a near miss: none holds a word that the rule looks for (gizmo …)"]


def test_a_story_and_its_second_place(pack):
    rule = """\
kind: consistency
severity: warning
message: "“{match}” here, “{other}” there."
why: A test.
forms: [adviser, advisor]
examples:
  bad:
    - {story: ["An [[2: adviser]] left. The adviser fled.", "An [[1: advisor]] left."], says: "“advisor” here, “adviser” there."}
    - {headline: "An [[2: adviser]]", text: "The adviser met an [[advisor]].", fix: "The adviser met an adviser."}
  good:
    - {story: ["An adviser left.", "An adviser left."]}
"""
    assert wrong(pack, rule) == []


@pytest.mark.parametrize(
    ("text", "plain", "spans", "seconds"),
    [
        ("a [[b]] c", "a b c", [(2, 3)], []),
        ("[[1: a]] [[2: b]]", "a b", [(0, 1)], [(2, 3)]),
        (r"a \[[b\]] [[c]]", "a [[b]] c", [(8, 9)], []),
        ("at [[2:30]]", "at 2:30", [(3, 7)], []),
        ("[[]]a", "a", [(0, 0)], []),
    ],
)
def test_marks(text, plain, spans, seconds):
    assert unmark(text) == (plain, tuple(spans), tuple(seconds))


PLACED = """\
kind: phrase
severity: warning
message: "“{match}” is not said here."
why: It was asked for.
words: [gizmo]
unless: [well]
examples:
  bad: ["A [[gizmo]].", "The gizmo [[broke]].",
        "No [[gizmo."]
  good:
    - "The gizmos broke."
    - text: >-
        A gizmo
        fell.
"""


def test_the_line_of_what_is_wrong(pack):
    book = load([pack({"words/gizmo": PLACED, "words/near": PLAIN.replace("The gizmos broke.", "Nothing.")})])
    assert not book.mistakes
    said = [(one.path.rsplit("/")[-1], one.line, one.column, one.message.split(": ")[1]) for one in prove(book)]
    assert said == [
        ("gizmo.yaml", 8, 25, "bad example 2"),
        ("gizmo.yaml", 9, 9, "bad example 3"),
        ("gizmo.yaml", 12, 7, "good example 2"),
        ("near.yaml", 8, 9, "no good example is a near miss"),
    ]
    book = load([pack({"words/gizmo": PLACED.replace("A gizmo\n", "All is\n"), "words/near": PLAIN})])
    assert [(one.line, one.column) for one in prove(book) if "proves nothing" in one.message] == [(6, 9)]


def test_marks_that_do_not_pair():
    for text in ("[[a", "a]]", "[[a [[b]] c]]"):
        with pytest.raises(MarkError):
            unmark(text)


def test_the_shipped_rules_prove():
    run = newslint("test")
    assert run.returncode == 0, run.stderr.decode()


def test_status_of_the_command(pack, tmp_path):
    folder = pack({"words/gizmo": PLAIN})
    assert newslint("test", folder).returncode == 0
    assert newslint("test", folder / "words").returncode == 0
    assert newslint("test", folder / "words/gizmo.yaml").stdout == b"1 rule read, 1 proved.\n"
    assert newslint("test", "gizmo.yaml", cwd=folder / "words").stdout == b"1 rule read, 1 proved.\n"
    assert newslint("test", ".", cwd=folder / "words").stdout == b"1 rule read, 1 proved.\n"
    assert newslint("test", tmp_path / "nowhere").returncode == 2
    (tmp_path / "empty").mkdir()
    assert newslint("test", tmp_path / "empty").returncode == 2
    pack({"words/wrong": PLAIN.replace("[[gizmo]]", "[[broke]]")})
    run = newslint("test", folder)
    assert run.returncode == 1
    assert b"words/wrong: bad example 1" in run.stderr
    pack({"words/broken": "kind: phrase\n"})
    assert newslint("test", folder).returncode == 2
