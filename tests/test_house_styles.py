"""Two houses disagree: what one set reports the other asks for, and neither is on unless it is switched on."""

import json

import pytest
from conftest import newslint

TEXT = "Talks go on\n\nThe US sent aid to Nato on 3 May. It rose 5%, he said at 3 pm.\n"


def found(text, *houses):
    config = ("--select", ",".join(houses)) if houses else ()
    run = newslint("check", "--format", "json", "--no-config", *config, "-", stdin=text.encode())
    return [finding["text"] for finding in json.loads(run.stdout)["findings"]]


def test_no_house_is_on():
    assert found(TEXT) == []


@pytest.mark.parametrize(
    ("houses", "expected"),
    [
        (("us-dots",), ["US"]),
        (("us-no-dots",), []),
        (("nato-caps",), ["Nato"]),
        (("nato-lower",), []),
        (("per-cent", "month-first"), ["3 May", "%"]),
        (("percent-sign", "day-first"), []),
        (("24-hour",), ["3 pm"]),
        (("12-hour",), []),
    ],
)
def test_houses_disagree(houses, expected):
    assert found(TEXT, *houses) == expected
