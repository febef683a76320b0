"""What an article must hold for an expression to be tried: never too much, and enough to keep most articles away."""

import pytest

from newslint.document import Document
from newslint.lexicon import Lexicon
from newslint.matching.index import index
from newslint.matching.regex import Expression, read_expression, search

ASKED = [
    (r"\b(?:TK|TBC|tktk)\b", "The bridge cost TK euros.", True),
    (r"\b(?:TK|TBC|tktk)\b", "The bridge cost 3 euros, tk said.", False),
    (r"(?i)\b(?:TK|TBC)\b", "The bridge cost tk euros.", True),
    (r"^(?:ENDS?|Ends)$", "ENDS", True),
    (r"^(?:ENDS?|Ends)$", "This ends here.", False),
    (r"\p{Greek}{2,}", "He said καλημέρα twice.", True),
    (r"(?i:\p{Greek}{2,})", "He said ΚΑΛΗΜΕΡΑ twice.", True),
    (r"(?i:\p{Greek}{2,})", "In µµ and Ωμέγα.", True),
    (r"\p{Greek}{2,}", "He said “hallo” in the café — twice.", False),
    (r"[\p{Han}，]{3,}", "她说，你好", True),
    (r"[^\p{Greek}]{3,}", "Nobody was hurt.", True),
    (r"\w+ ?[|·•] ?(?:Share|Print)", "Home | Share", True),
    (r"\w+ ?[|·•] ?(?:Share|Print)", "Home, share it.", False),
    (r"\[(?:TK|\p{Lu}{3})[^\p{N}]*\]", "The mayor [WHO is he] said so.", True),
]


@pytest.mark.parametrize(("source", "text", "asked"), ASKED)
@pytest.mark.parametrize("before", [0, 30_000])
def test_an_expression_is_tried_where_it_may_match(source, text, asked, before):
    read = read_expression(source, any_case=False, raw=False)
    known = index([read.signs])
    # in a longer run all pieces of text are looked for at once
    known.met(Document("long.txt", "So it goes. " * (before // 12), Lexicon({})))
    document = Document("a.txt", text, Lexicon({}))
    assert known.met(document) == ([0] if asked else [])
    assert bool(list(search(Expression(read), document, ()))) is asked
