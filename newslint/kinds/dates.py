"""Dates and times that cannot be: by the calendar, by the clock, by the order of things, by the tense of the verb."""

from collections.abc import Callable, Iterable, Iterator
from typing import Literal

from newslint.document import Document
from newslint.finding import Match
from newslint.forms import field, form
from newslint.kinds import (
    calendar_days,
    clock_times,
    event_order,
    lengths_of_time,
    lone_days,
    tenses,
    time_spans,
    weekdays,
)
from newslint.matching.words import Hits
from newslint.records import NamedTuple
from newslint.rule import ALWAYS, Anchors, Compiled, Form, Setting

_WEEKDAYS = (
    *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    *("mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun"),
)


@form
class Dates(Form):
    """``check``: which mistake is looked for. What needs the day of publication is silent without it."""

    check: Literal[
        "weekday",
        "exists",
        "time",
        "zones",
        "order",
        "tense",
        "anniversary",
        "duration",
        "events",
        "length",
        "no-month",
        "same-day",
    ] = field(metadata={"help": "which mistake in a date or time"})


_ORDINALS = tuple(f"{day}{ending}" for day in range(32) for ending in ("st", "nd", "rd", "th"))


class _Check(NamedTuple):
    anchors: Anchors
    find: Callable[[Document], Iterator[Match]]


def _words(*words: str) -> Anchors:
    return Anchors(frozenset(words), always=False)


_CHECKS = {
    "weekday": _Check(_words(*_WEEKDAYS), weekdays.misfits),
    "exists": _Check(ALWAYS, calendar_days.no_such_date),
    "time": _Check(ALWAYS, clock_times.no_such_time),
    "zones": _Check(_words(*clock_times.ZONE_WORDS), clock_times.zones_apart),
    "order": _Check(ALWAYS, time_spans.out_of_order),
    "tense": _Check(_words("next", "last", "tomorrow", "yesterday", "ago"), tenses.past_of_the_future),
    "anniversary": _Check(_words("anniversary", "birthday", "year", "ago"), time_spans.anniversaries),
    "events": _Check(_words(*event_order.WORDS), event_order.disordered),
    "duration": _Check(_words("year"), time_spans.durations),
    "length": _Check(_words(*lengths_of_time.WORDS), lengths_of_time.misfits),
    "no-month": _Check(_words(*_ORDINALS), lone_days.without_month),
    "same-day": _Check(ALWAYS, lone_days.given_twice),
}


def compile_rule(form: Dates, _: Setting) -> Compiled:
    """The date is reported, with a note on the place that it disagrees with, if there is one."""
    check = _CHECKS[form.check]

    def find(document: Document, _: Hits) -> Iterable[Match]:
        return check.find(document)

    return Compiled(check.anchors, find, frozenset({"match", "right", "other"}))
