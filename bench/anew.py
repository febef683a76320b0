"""``newslint check`` on articles it has never seen: rules and expressions out of the cache, results forgotten."""

import sys

from newslint.cli import main
from newslint.results import Results

Results.get = lambda *_: None  # type: ignore[method-assign]
sys.exit(main(["check", *sys.argv[1:]]))
