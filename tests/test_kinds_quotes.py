"""The kind ``quotes``: rule and text in, places out."""

import pytest
from conftest import document
from hypothesis import given
from hypothesis import strategies as st

from newslint.kinds import quotes
from newslint.linting import Linter
from newslint.rulebook import load, shipped

VOW = "“We will not give up one inch of this old harbour,”"


def rule(check: str) -> str:
    return f"kind: quotes\ncheck: {check}"


@pytest.mark.parametrize(
    ("check", "text", "places"),
    [
        ("unclosed", "“We will stay, the mayor said. She left.", ["“We"]),
        ("unclosed", '"We will stay, he said. "We are many."', ['"We']),
        ("unclosed", 'He spoke of "luck and of "grit" later.', ['"luck']),
        ("unclosed", "“We will stay,” he said. “We are many.”", []),
        ("unclosed", "“We will stay.\n\n“We are many,” he said.", []),
        ("unclosed", "“The road was shut, and nobody told us why.\n\n“We went home,” he said.", []),
        ("unclosed", "“We will stay.\n\nWe are many.\n\nWe are here.”", []),
        ("unclosed", "“We will stay, he said.\n\nNobody came.\n\nThey left.”", ["“We"]),
        ("unclosed", "He spoke of “luck’ and left.", []),
        ("unopened", "We will stay,” he said.", ["”"]),
        ("unopened", 'We will stay," he said.', ['"']),
        ("unopened", "“We will stay.\n\nWe are many.\n\nWe are here.”", []),
        ("unopened", "“We will stay,” he said”.", []),
        ("nested", "“He said “no” to me,” she said.", ["“no"]),
        ("nested", "“He said ‘no’ to me,” she said.", []),
        ("nothing-after", "She told us on Monday, “\n\nNobody came.", ["“"]),
        ("nothing-after", "She told us on Monday, “no”\n\nNobody came.", []),
        ("scare", "Shops sold “natural” bread.", ["“natural”"]),
        ("scare", "Shops called it “natural” bread.", []),
        ("wordings", f"{VOW} she said.\n\n{VOW.replace('inch', 'foot')} she said.", [VOW.replace("inch", "foot")]),
        ("wordings", f"{VOW} she said.\n\n{VOW} she said.", []),
        ("speakers", f"{VOW} said Maria Vega.\n\n{VOW} said Peter Lund.", [VOW]),
        ("speakers", f"{VOW} said Maria Vega.\n\n{VOW} Ms. Vega said.", []),
    ],
)
def test_checks(found, check: str, text: str, places: list[str]) -> None:
    assert found(rule(check), text, lists={"first-names": ["Maria", "Peter"]}) == places


@pytest.mark.parametrize(
    "text",
    [
        "He said: ”We are sorry,” and left.",
        "He told us that ”nobody came” in May.",
        "“We will mend it in May,“ the mayor said. “It was time.”",
        "We waited a year,” Hale said. “Nobody came.”",
        "“We waited a year, Hale said. “Nobody came.”",
        "“We waited a year,”” Hale said.",
        "He said, ““We waited,” and left.",
    ],
)
def test_one_slip_is_one_finding(text: str) -> None:
    book = load([shipped()])
    rules = [
        one
        for one in book.rules
        if one.id.startswith(("quotes/", "punctuation/")) and one.brief.severity != "suggestion"
    ]
    found = Linter(rules, book.lexicon).report([document(f"The pool was closed.\n\n{text}", book.lexicon)]).findings
    assert len(found) == 1


SAID = "Transcript\n\nHALE: We have, um, 40 months to mend the roof. And I said that we would sell the land. It's ours, you know."


@pytest.mark.parametrize(
    ("quoted", "places"),
    [
        ("We have 40 months to mend the roof", []),
        ("We have 14 months to mend the roof", ["14"]),
        ("I never said that we would sell the land", ["I never said"]),
        ("We have 40 months … to mend the roof, and I said that we would sell the land. It is ours", []),
        ("We have [only] 40 months to mend the roof", []),
        ("We have 14 months to mend the roof. And I said that we would buy the land", ["14", "buy"]),
        ("Nobody has ever asked us what we wanted", []),
    ],
)
def test_against_a_transcript(found, quoted: str, places: list[str]) -> None:
    text = f"The mayor, Ann Hale, spoke on Monday.\n\n“{quoted},” she said."
    assert found(rule("transcript") + "\nwords: 5", text, SAID) == places
    assert found(rule("transcript") + "\nwords: 5", text) == []


def test_between_articles(found) -> None:
    other = VOW.replace("inch", "foot")
    assert found(rule("wordings"), f"{VOW} she said.", f"{other} she said.") == [other]
    assert found(rule("wordings"), f"{VOW} she said.", f"{VOW} she said.") == []


@given(st.lists(st.from_regex(r"[ab]([ab,. ]{0,18}[ab])?", fullmatch=True), max_size=6))
def test_what_opens_and_closes_is_sound(words: list[str]) -> None:
    text = " ".join(f"“{word},” he said." for word in words)
    form = {name: list(quotes.CHECKS[name](document(text))) for name in ("unclosed", "unopened")}
    assert form == {"unclosed": [], "unopened": []}
