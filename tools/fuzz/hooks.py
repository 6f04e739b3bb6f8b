"""What schemathesis cannot read from the OpenAPI document: ids that exist, and how to send bytes that are no JSON."""

import json
import os
import random

import schemathesis
from hypothesis import strategies

# By the letters an id begins with ("ord"): some that exist, of the role that fuzzes.
with open(os.environ["PLI_FUZZ_IDS"], encoding="utf-8") as file:
    IDS = json.load(file)


@schemathesis.hook
def map_path_parameters(context, path_parameters):
    """Half of the sound requests go to something that is there; the others, and all unsound ones, as they were made."""
    for name, value in (path_parameters or {}).items():
        known = IDS.get(str(value)[:3]) if isinstance(value, str) else None
        if known and random.random() < 0.5:
            path_parameters[name] = random.choice(known)
    return path_parameters


def as_bytes(ctx, value):
    return {"data": value if isinstance(value, bytes) else str(value).encode("utf-8", "replace")}


for media_type in ("application/pdf", "text/csv", "application/x-ndjson"):
    schemathesis.openapi.media_type(media_type, strategies.binary(max_size=2000))
    schemathesis.serializer(media_type)(as_bytes)
