"""How much a rule may try on one article, counted in candidates and so the same on every machine."""


class TooMuchWorkError(Exception):
    """A rule tried more candidates on one article than its bound allows."""


class Work:
    """The candidates that the rule at hand has tried on one article of so many characters."""

    __slots__ = ("bound", "tried")

    def __init__(self, characters: int) -> None:
        self.bound = 100_000 + 20 * characters
        self.tried = 0

    def begin(self) -> None:
        """Another rule begins."""
        self.tried = 0

    def count(self) -> None:
        """Counts one candidate; raises TooMuchWorkError beyond the bound, so that no rule can hold up the run."""
        self.tried += 1
        if self.tried > self.bound:
            raise TooMuchWorkError
