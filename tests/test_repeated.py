"""Which of many hashes stand more than once: none is missed, and few are named for nothing."""

import random

import pytest

from newslint.kinds.repeated import repeated


@pytest.mark.parametrize("count", [0, 1, 100, 20_000, 60_000])
def test_what_stands_twice_is_found(count):
    dice = random.Random(count)  # noqa: S311 - dice for numbers, not for secrets
    once = [dice.getrandbits(63) for _ in range(count)]
    twice = once[:: 1 + count // 10]
    hashes = [*once, *twice, *twice]
    found = list(repeated(hashes, len(hashes)))
    assert set(twice) <= set(found)
    assert len(found) - 2 * len(twice) <= count / 20
    if len(hashes) <= 20_000:
        assert sorted(found) == sorted(twice)
