"""Rule packs: what is loaded, and every mistake with its place."""

import pytest
from conftest import PLAIN

from newslint.rulebook import load

TEN = """\
kind: pattern
severity: eror
message: "“{match}” and {nobody}"
why:
match:
  - "{n:numbr} trips"
  - "(open"
regex: "(open"
where: m > 1
near: ["{person}"]
within: 3 miles
colour: red
examples:
  bad: ["A [[trip]]."]
"""
# A form that is whole, so that its contents can be looked at.
CONTENTS = """\
kind: pattern
severity: error
message: "“{match}” and {nobody}"
why: a test
match:
  - "{n:numbr} trips"
  - "(open"
  - "(the)?"
  - "{one-of(nowhere)}"
regex: "(open"
where: m > 1
near: ["{person}", "x (y"]
unless: ["{one-of(nowhere)}"]
fix: {replace: "{nothing}"}
examples:
  bad: []
  good: ["A trip."]
"""


def mistakes(folder):
    return [str(one).removeprefix(folder.as_posix() + "/") for one in load([folder]).mistakes]


def test_all_mistakes_of_a_file_in_one_run(pack):
    said = mistakes(pack({"words/ten": TEN}))
    assert len(said) >= 10
    assert all(one.startswith("words/ten.yaml:") and one.split(":")[1].isdigit() for one in said)
    for part in ("`severity`", "`why`", "`within`", "`colour`", "`good`", "numbr", "never closed", "RE2", "only words"):
        assert any(part in one for one in said), part


def test_ten_mistakes_ten_places(pack):
    said = mistakes(pack({"words/ten": CONTENTS}))
    places = [":".join(one.split(":")[1:3]) for one in said]
    assert places == sorted(places, key=lambda place: [int(part) for part in place.split(":")])
    expected = {
        "3:25": "{nobody}",
        "6:6": "numbr",
        "7:6": "never closed",
        "8:6": "nothing stands",
        "9:6": "no word list “nowhere”",
        "10:9": "RE2",
        "11:8": "no slot “m”",
        "12:9": "only words",
        "12:23": "never closed",
        "13:11": "no words to look for",
        "14:17": "{nothing}",
        "16:8": "at least one bad example",
    }
    assert dict(zip(places, said, strict=True)).keys() == expected.keys()
    for place, part in expected.items():
        assert part in dict(zip(places, said, strict=True))[place]


@pytest.mark.parametrize(
    ("rule", "says"),
    [
        ("", "1:1"),
        ("just text", "expected a rule"),
        ("kind: frase\n" + PLAIN.split("\n", 1)[1], "1:7: no kind “frase”"),
        (PLAIN.split("\n", 1)[1], "`kind` is missing"),
        (PLAIN + "words: [x]\n", "twice"),
        (PLAIN.replace("[gizmo]", "[{a: b}]"), "5:9"),
        (PLAIN.replace("words: [gizmo]", "swap: {gizmo: '{tool}'}"), "5:16: nothing fills {tool}"),
        (PLAIN.replace("words: [gizmo]", "words: []"), "`words` or `swap` is missing"),
        (
            "kind: names\ncheck: first-name\nrelatives: ['(x']\n"
            + PLAIN.split("\n", 1)[1].replace("words: [gizmo]\n", ""),
            "never closed",
        ),
        ("[" * 40_000, "deep"),
        ("a: &x [*x, *x]", ""),
        ("kind: phrase\n\tseverity: error", ":2:"),
    ],
)
def test_a_mistake_costs_its_rule_alone(pack, rule, says):
    folder = pack({"words/bad": rule, "words/gizmo": PLAIN})
    book = load([folder])
    assert [one.id for one in book.rules] == ["words/gizmo"]
    assert book.mistakes
    assert any(says in str(one) for one in book.mistakes), [str(one) for one in book.mistakes]


def test_names_of_files(pack):
    folder = pack({"words/Bad_Name": PLAIN, "words/a.b": PLAIN, "loose": PLAIN, "deep/er/still": PLAIN})
    book = load([folder])
    assert [one.id for one in book.rules] == ["deep/er/still"]
    said = " ".join(str(one) for one in book.mistakes)
    assert all(part in said for part in ("“Bad_Name”", "“a.b”", "folder of its family"))


def test_not_utf8_and_byte_order_marks(pack):
    folder = pack({"words/gizmo": PLAIN}, {"places": ["Bonn"]})
    (folder / "words/latin.yaml").write_bytes(PLAIN.replace("was", "é").encode("windows-1252"))
    (folder / "words/mark.yaml").write_bytes(b"\xef\xbb\xbf" + PLAIN.encode())
    (folder / "lists/latin.txt").write_bytes(b"Bonn\nK\xf6ln\n")
    book = load([folder])
    assert [one.id for one in book.rules] == ["words/gizmo", "words/mark"]
    assert ["not UTF-8 (byte" in one.message for one in book.mistakes] == [True, True]
    assert book.lexicon.entries("places") == ("Bonn",)


def test_later_packs_replace_rules_and_lists(pack, tmp_path):
    first = pack({"words/gizmo": PLAIN}, {"places": ["Bonn"]})
    second = tmp_path / "other"
    (second / "words").mkdir(parents=True)
    (second / "words/gizmo.yaml").write_text(PLAIN.replace("warning", "error"))
    assert [one.form.severity for one in load([first, second]).rules] == ["error"]
    assert [one.form.severity for one in load([second, first]).rules] == ["warning"]


def test_lists_that_cannot_be_read_cost_the_entry_alone(pack):
    lists = {"verbs": ["~meet", "wave (to", "{person}", "see (him|her)", "a {one-of(verbs)}", "", "# a comment"]}
    rule = PLAIN.replace("[gizmo]", "['{one-of(verbs)} it']")
    book = load([pack({"words/verbs": rule}, lists)])
    assert book.lexicon.entries("verbs") == ("~meet", "see (him|her)")
    assert len(book.mistakes) == 3
    assert [one.id for one in book.rules] == ["words/verbs"]


def test_a_pack_that_does_not_exist(pack, tmp_path):
    book = load([pack({"words/gizmo": PLAIN}), tmp_path / "nowhere"])
    assert len(book.rules) == 1
    assert "no such rule folder" in book.mistakes[0].message
