"""What stays the same of a finding while the text around it moves: for sites that follow findings from run to run."""

from collections import Counter
from collections.abc import Iterable, Iterator

from newslint.finding import Finding
from newslint.formats.location import relative


def fingerprints(findings: Iterable[Finding]) -> Iterator[str]:
    """Yields 32 hex digits for each finding, from its rule, path and text and its number among those with the same."""
    import hashlib

    seen: Counter[tuple[str, str, str]] = Counter()
    for finding in findings:
        said = finding.rule, relative(finding.path), " ".join(finding.text.split())
        seen[said] += 1
        parts = "\0".join((*said, str(seen[said])))
        yield hashlib.sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()[:32]
