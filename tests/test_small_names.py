"""Names of people that lost their capital, and what only looks like one."""

import pytest

RULE = "kind: names\ncheck: small"
LISTS = {"first-names": ["Nora", "Peter"], "honorifics": ["Mr.", "Mrs.", "Mr", "Mrs"]}


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Nora Makovic leads the council. On Monday makovic spoke.", ["makovic"]),
        ("Nora Makovic leads the council. On Monday makovic's deputy spoke.", ["makovic"]),
        ("Nora Brown leads the council. Later Mrs. brown spoke.", ["brown"]),
        ("Nora Brown leads the council. Later Nora brown spoke.", ["brown"]),
        ("Nora Brown leads the council. She wore a brown coat.", []),
        ("Nora Makovic leads the council. Write to n.makovic@example.com or @makovic.", []),
        ("Nora Makovic leads the council. See www.makovic.example/makovic for more.", []),
        ("Nora Makovic leads the council. “nora makovic must go”, the wall said.", []),
        ("Nora Makovic leads the council.\n\nnora makovic on the phone", []),
        ("Nora Lee leads the council. On the lee side nobody spoke.", []),
        ("Nora Palm leads the council. Palm spoke. Palm left. Palm was told by palm.", ["palm"]),
        ("Nora Palm leads the council. Palm spoke. Palm left. A book about palm oil lay there.", []),
    ],
)
def test_names_in_lower_case(found, text, places):
    assert found(RULE, text, lists=LISTS) == places
