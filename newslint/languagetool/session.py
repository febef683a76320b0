"""One run's dealings with LanguageTool: asks about unknown paragraphs, starts a server if need be, gives up once."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from newslint.languagetool.client import ANSWER, Address, Hit, NoAnswerError, address, ask
from newslint.languagetool.folders import VERSION, UnavailableError

if TYPE_CHECKING:
    from newslint.languagetool.server import Running

# Characters of one request: an answer about so many comes well within the time limit.
_MOST = 20_000
_BETWEEN = "\n\n"


class Session:
    """A server and whether it is to be trusted still: after the first failure nothing more is asked in this run."""

    def __init__(self, url: str | None = None, seconds: float = ANSWER, *, start: bool = True) -> None:
        self.url = url
        self.seconds = seconds
        # whether it may start a server where none is running
        self.start = start
        self.failed: str | None = None
        self._address: Address | None = None
        self.own: Running | None = None

    def hits(self, paragraphs: Sequence[str]) -> list[list[Hit]]:
        """What LanguageTool finds in each paragraph; raises UnavailableError."""
        from newslint.languagetool import cache

        keys = [cache.key(self.url or VERSION, one) for one in paragraphs]
        known = cache.load(dict.fromkeys(keys))
        new = {one: text for one, text in zip(keys, paragraphs, strict=True) if one not in known}
        for batch in _batches(new):
            said = self._ask(batch)
            known.update(said)
            cache.store(said)
        return [known[one] for one in keys]

    def _ask(self, batch: dict[str, str]) -> dict[str, list[Hit]]:
        if self.failed:
            raise UnavailableError(self.failed)
        try:
            found = ask(self._where(), _BETWEEN.join(batch.values()), self.seconds)
        except NoAnswerError as error:
            from newslint.languagetool import server

            gone = self.own is not None and server.ended(self.own)
            self.failed = f"LanguageTool {'ended in the middle of the run' if gone else f'failed: {error}'}"
        except UnavailableError as error:
            self.failed = str(error)
        if self.failed:
            self.close()
            raise UnavailableError(self.failed)
        return dict(_shared_out(batch, found))

    def _where(self) -> Address:
        import atexit

        from newslint.languagetool import server

        if self._address is None:
            if self.url:
                self._address = address(self.url)
            else:
                running = server.lasting()
                if running is None and not self.start:
                    raise UnavailableError("LanguageTool is not running; run: newslint grammar start")
                if running is None:
                    running = self.own = server.start()
                    atexit.register(self.close)
                self._address = Address(server.LOOPBACK, running.port)
        return self._address

    def close(self) -> None:
        """Stops what it started itself."""
        from newslint.languagetool import server

        if self.own:
            own, self.own = self.own, None
            server.stop(own)


def _batches(new: dict[str, str]) -> Iterator[dict[str, str]]:
    batch: dict[str, str] = {}
    size = 0
    for key, text in new.items():
        if batch and size + len(text) > _MOST:
            yield batch
            batch, size = {}, 0
        batch[key] = text
        size += len(text)
    if batch:
        yield batch


def _shared_out(batch: dict[str, str], found: list[Hit]) -> Iterator[tuple[str, list[Hit]]]:
    """Each paragraph with its own hits, counted from its start; a hit across two belongs to none."""
    start = 0
    for key, text in batch.items():
        end = start + len(text)
        own = [one for one in found if start <= one.start and one.end <= end]
        yield key, [one._replace(start=one.start - start, end=one.end - start) for one in own]
        start = end + len(_BETWEEN)


# A run has one server, whichever of its rules asks first; the command line may name another before that.
_SESSIONS: list[Session] = []


def use(url: str | None, seconds: float = ANSWER, *, start: bool = True) -> None:
    """Begins a session, with a server of the user's own if one is named; raises ValueError for what is no address.

    ``start``: it may start a server; else only one that is running already is asked.
    """
    if url:
        address(url)
    _SESSIONS[:] = [Session(url, seconds, start=start)]


def current() -> Session:
    if not _SESSIONS:
        _SESSIONS.append(Session())
    return _SESSIONS[0]
