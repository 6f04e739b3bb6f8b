"""What schemathesis cannot read from the OpenAPI document: who asks, ids that exist, and how to send bytes that are no JSON."""

import json
import os
import random
import re
import urllib.request

import schemathesis
from hypothesis import strategies

# By the letters an id begins with ("ord"): some that exist and that the caller may see.
with open(os.environ["PLI_FUZZ_IDS"], encoding="utf-8") as file:
    IDS = json.load(file)
ID = re.compile(r"^[a-z]{3}_[0-9a-z]{26}$")


def known(value):
    """Half of the ids of sound requests are of something that is there; the others are as they were made."""
    if isinstance(value, dict):
        return {name: known(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [known(inner) for inner in value]
    if isinstance(value, str) and ID.match(value) and value[:3] in IDS and random.random() < 0.5:
        return random.choice(IDS[value[:3]])
    return value


@schemathesis.hook
def map_path_parameters(context, path_parameters):
    return known(path_parameters)


@schemathesis.hook
def map_query(context, query):
    return known(query)


@schemathesis.hook
def map_body(context, body):
    return known(body)


CREDENTIALS = os.environ.get("PLI_FUZZ_CREDENTIALS")
if CREDENTIALS:

    @schemathesis.auth(refresh_interval=None)
    class Caller:
        """A key or a session, asked for before each request: the one before may have ended it."""

        def get(self, case, context):
            with urllib.request.urlopen(CREDENTIALS) as answer:
                return json.load(answer)

        def set(self, case, data, context):
            case.headers = {**(case.headers or {}), **data["headers"]}
            case.cookies = {**(case.cookies or {}), **data["cookies"]}


def as_bytes(ctx, value):
    return {"data": value if isinstance(value, bytes) else str(value).encode("utf-8", "replace")}


for media_type in ("application/pdf", "text/csv", "application/x-ndjson"):
    schemathesis.openapi.media_type(media_type, strategies.binary(max_size=2000))
    schemathesis.serializer(media_type)(as_bytes)
