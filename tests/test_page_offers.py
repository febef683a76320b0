"""Lines that offer something for sale."""

import pytest

from newslint.kinds.page_offers import offers
from newslint.kinds.page_words import read_phrases

WORDS = read_phrases(("loan", "loans", "no credit check", "cheap", "nets", "approved"))


@pytest.mark.parametrize(
    ("line", "offer"),
    [
        ("Cheap nets, order now", True),
        ("Buy nets in Orme", True),
        ("Loans for your boat, no credit check", True),
        ("Loans for your boat, no credit check.", False),
        ("The bank said that loans are cheap today", False),
        ("“Cheap loans today”", False),
        ("Loans approved", False),
        ("Nets", False),
        ("", False),
    ],
)
def test_offers(line: str, offer: bool) -> None:
    assert offers(line, WORDS) is offer
