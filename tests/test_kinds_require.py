"""The kinds require, count and case: a rule and a text in, the reported words out."""

import pytest
from conftest import document
from hypothesis import given
from hypothesis import strategies as st

from newslint.kinds import case
from newslint.kinds.count import most
from newslint.lexicon import Lexicon
from newslint.rule import Setting

LATER = 'kind: require\ncase: exact\nmatch: ["{word} \\\\({a:acronym}\\\\)"]\nnever: ["{a:acronym}"]\nside: before'
AGAIN = 'kind: require\ncase: exact\nmatch: ["{word} [[\\\\({a:acronym}\\\\)]]"]\nneeds: ["{a:acronym}"]\nside: after'


@pytest.mark.parametrize(
    ("rule", "text", "reported"),
    [
        (LATER, "The OPB met. The Pool Board (OPB) swam.", ["OPB"]),
        (LATER, "The OPB met. The OPB ate. The Pool Board (OPB) swam.", ["OPB"]),  # once
        (LATER, "The Pool Board (OPB) swam. The OPB met.", []),
        (LATER, "The OPC met. The Pool Board (OPB) swam.", []),
        (AGAIN, "The Pool Board (OPB) swam.", ["(OPB)"]),
        (AGAIN, "The Pool Board (OPB) swam. The OPB met.", []),
        (AGAIN, "The OPB met. The Pool Board (OPB) swam.", ["(OPB)"]),
        ("kind: require\nmatch: [gizmo]\nneeds: [price]\nscope: sentence", "A gizmo. The price.", ["gizmo"]),
        ("kind: require\nmatch: [gizmo]\nneeds: [price]\nscope: paragraph", "A gizmo. The price.", []),
        ("kind: require\nmatch: [gizmo]\nneeds: [price]\nscope: paragraph", "A gizmo.\n\nThe price.", ["gizmo"]),
        ("kind: require\nmatch: [gizmo]\nneeds: [price]", "A gizmo. A gizmo.", ["gizmo", "gizmo"]),
        ("kind: require\nmatch: [gizmo]\nneeds: [price]\nonce: true", "A gizmo. A gizmo.", ["gizmo"]),
        ("kind: require\nmatch: [gizmo]\nneeds: [gizmo]", "A gizmo.", ["gizmo"]),  # not itself
    ],
)
def test_require(found, rule, text, reported):
    assert found(rule, text) == reported


@pytest.mark.parametrize(
    ("limit", "text", "reported"),
    [
        ("1 per sentence", "Very old, very cold. Very wet.", ["very"]),
        ("1 per paragraph", "Very old. Very cold.\n\nVery wet.", ["Very"]),
        ("2 per article", "Very old. Very cold.\n\nVery wet.", ["Very"]),
        ("3 per article", "Very old. Very cold.\n\nVery wet.", []),
        ("1 per 1,000 words", "Very old. Very cold.", ["Very"]),
        ("1 per 1,000 words", "Very old. " + "The pool is wet. " * 600 + "Very cold.", []),
    ],
)
def test_count(found, limit, text, reported):
    assert found(f"kind: count\nmatch: [very]\nmost: {limit}", text) == reported


def test_count_alike(found):
    rule = 'kind: count\nmatch: [(very|quite)]\nmost: 1 per article\nalike: true\nmessage: "{count}, not {most}"'
    assert found(rule, "Very old, quite cold.", says=True) == []
    assert found(rule, "Very old, quite cold, very wet, very far.", says=True) == ["3, not 1"]


@pytest.mark.parametrize("text", ["3", "3 per page", "many per article", "3 per  article"])
def test_count_refuses(text):
    with pytest.raises(ValueError, match="such as 3 per paragraph"):
        most(text)


LONG = "\n\nThe council met on Monday and spoke of the pool."


@pytest.mark.parametrize(
    ("keys", "text", "reported"),
    [
        ("sentence, style: upper-start", "The pool is wet. swimmers came.", ["swimmers"]),
        ("sentence, style: upper-start", "The pool (in Orrford). swimmers came.", ["swimmers"]),
        ("sentence, style: upper-start", "The pool is wet. iPhone owners came.", []),
        ("sentence, style: upper-start", "Bring things, e.g. the towel, at 9 a.m. the latest.", []),
        ("sentence, style: upper-start", "The pool ... is wet… it is.", []),
        ("sentence, style: upper-start", "Orrford Inc. said so; see vol. two.", []),
        ("sentence, style: upper-start", "“The pool is wet.” she said.", []),
        ("sentence, style: upper-start", "See the pool at amazon. com.", []),
        ("sentence, style: upper-start, allow: [swimmers]", "The pool is wet. swimmers came.", []),
        ("paragraph, style: upper-start", f"old Pool{LONG}\n\nthe end is near.", ["the"]),
        ("headline, style: upper-start", f"old pool{LONG}", ["old"]),
        ("headline, style: not-all-caps", f"MAYOR OPENS POOL today{LONG}", ["MAYOR OPENS POOL"]),
        ("headline, style: not-all-caps", f"US, EU, NATO open pool{LONG}", []),
        ("headline, style: title", f"Mayor Opens the pool{LONG}", ["pool"]),
        ("headline, style: sentence", f"Mayor Opens the Old Pool{LONG}", ["Mayor Opens the Old Pool"]),
        ("headline, style: sentence", f"Mayor opens the old Pool{LONG}", []),
    ],
)
def test_case(found, keys, text, reported):
    rule = "kind: case\nscope: " + keys.replace(", style", "\nstyle").replace(", allow", "\nallow")
    assert found(rule, text) == reported


@given(st.text(st.sampled_from("aB. \"'(\n1")))
def test_case_of_any_text(text):
    for scope in ("headline", "sentence", "paragraph"):
        for style in ("title", "sentence", "upper-start", "not-all-caps"):
            form = case.Case(
                kind="case", severity="warning", message="", why="", examples=None, scope=scope, style=style, allow=()
            )
            article = document(text)
            for match in case.compile_rule(form, Setting(Lexicon({}), lambda *_: True, [])).find(article, {}):
                assert text[match.span.start : match.span.end].strip()
