"""Asks a LanguageTool server about a text: one request, one deadline, no proxy, and no trust in the answer."""

from bisect import bisect_left
from contextlib import suppress
from typing import Any

from newslint.records import NamedTuple

# How long one answer may take, in seconds; half a second is usual.
ANSWER = 20.0
LANGUAGE = "en-US"
# Its speller is off: three in four of its false alarms on news are names that it does not know.
OFF = "TYPOS"
_MOST = 20_000_000
_BEYOND = 0xFFFF


class NoAnswerError(Exception):
    """The server gave no answer that can be used; the message says what it did instead."""


class Hit(NamedTuple):
    """What LanguageTool found: its rule and category, the characters it stands on, its message, and its offers.

    ``instead``: at most two, enough to know whether there is only one.
    """

    rule: str
    category: str
    start: int
    end: int
    says: str
    instead: tuple[str, ...]


class Address(NamedTuple):
    """Where a server is; ``path`` is put before its own."""

    host: str
    port: int
    path: str = ""
    safe: bool = False


def address(url: str) -> Address:
    """The address in a URL such as http://grammar.example:8081; raises ValueError."""
    from urllib.parse import urlsplit

    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.query or parts.fragment:
        raise ValueError(f"“{url}” is no address of a server; expected one like http://grammar.example:8081")
    safe = parts.scheme == "https"
    path = parts.path.rstrip("/").removesuffix("/v2")
    return Address(parts.hostname, parts.port or (443 if safe else 80), path, safe)


def ask(where: Address, text: str, seconds: float) -> list[Hit]:
    """What LanguageTool finds in a text; raises NoAnswerError, within the time given."""
    import http.client
    import threading
    from urllib.parse import urlencode

    form = {"language": LANGUAGE, "disabledCategories": OFF, "text": text}
    make = http.client.HTTPSConnection if where.safe else http.client.HTTPConnection
    connection = make(where.host, where.port, timeout=seconds)
    try:
        connection.connect()
    except OSError as error:
        raise NoAnswerError(f"no connection: {error}") from error
    # a limit for the whole, where the connection's own begins anew with each byte
    late = threading.Event()
    limit = threading.Timer(seconds, _cut, [connection, late])
    limit.daemon = True
    limit.start()
    try:
        headers = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"}
        connection.request("POST", f"{where.path}/v2/check", urlencode(form, errors="replace").encode(), headers)
        response = connection.getresponse()
        body = response.read(_MOST + 1)
    except (OSError, http.client.HTTPException) as error:
        slow = isinstance(error, TimeoutError) or late.is_set()
        what = f"no answer within {seconds:g} seconds" if slow else f"{type(error).__name__}: {error}"
        raise NoAnswerError(what) from error
    finally:
        limit.cancel()
        connection.close()
    if late.is_set():
        raise NoAnswerError(f"no answer within {seconds:g} seconds")
    if response.status != http.client.OK:
        raise NoAnswerError(f"status {response.status}")
    if len(body) > _MOST:
        raise NoAnswerError("an answer longer than any grammar has")
    return read(body, text)


def _cut(connection: Any, late: Any) -> None:  # noqa: ANN401 - of modules that are imported when they are needed
    from socket import SHUT_RDWR

    late.set()
    with suppress(OSError, AttributeError):
        connection.sock.shutdown(SHUT_RDWR)


def read(body: bytes, text: str) -> list[Hit]:
    """The hits in an answer; raises NoAnswerError for anything but one about this text."""
    import json

    try:
        matches = json.loads(body)["matches"]
        starts = _units(text)
        found = [_hit(match, text, starts) for match in matches]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise NoAnswerError("an answer that is none of LanguageTool’s") from error
    return found


def _hit(match: dict[str, Any], text: str, starts: list[int] | None) -> Hit:
    offset, length, rule = match["offset"], match["length"], match["rule"]
    if not (isinstance(offset, int) and isinstance(length, int)):
        raise TypeError(match)
    start, end = _character(starts, offset), _character(starts, offset + length)
    if not 0 <= start < end <= len(text):
        raise ValueError(offset)
    instead = tuple(str(one["value"]) for one in match["replacements"][:2])
    return Hit(str(rule["id"]), str(rule["category"]["id"]), start, end, str(match["message"]), instead)


def _units(text: str) -> list[int] | None:
    """Where each character begins, counted in LanguageTool's units of UTF-16; None where these are characters."""
    if not text or max(map(ord, text)) <= _BEYOND:
        return None
    starts, at = [], 0
    for char in text:
        starts.append(at)
        at += 2 if ord(char) > _BEYOND else 1
    return [*starts, at]


def _character(starts: list[int] | None, unit: int) -> int:
    if starts is None:
        return unit
    if not 0 <= unit <= starts[-1]:
        raise ValueError(unit)
    return bisect_left(starts, unit)
