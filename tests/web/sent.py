"""Reports as clients send them, taken from the samples."""

from typing import Any

import orjson

from sidelight import samples

SAMPLES: list[dict[str, Any]] = [
    orjson.loads(path.read_bytes()) for path in samples.reports()
]
WIRE = SAMPLES[0]
OTHERS = SAMPLES[1:]
UNNAMED = next(report for report in SAMPLES if report["id"].endswith("-unnamed"))
