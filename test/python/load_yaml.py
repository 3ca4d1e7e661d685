"""Loads YAML texts with PyYAML for the unit tests, many in one go, so that Python starts once a suite.

Standard input: a JSON list of texts. Standard output: a JSON list, one object a text: {"value": ...} with what PyYAML
reads (anything but texts, numbers, truth values, lists and mappings as {"type": name}), or {"error": message}.
Every text is read by the loader written in Python and, where PyYAML was built with it, by libyaml's, which must agree.
"""

import json
import sys

import yaml

LOADERS = [yaml.SafeLoader] + ([yaml.CSafeLoader] if yaml.__with_libyaml__ else [])


def plain(value):
    """`value` as JSON holds it, with a mark where YAML 1.1 made something else of a text."""
    if value is None or isinstance(value, (str, bool, int, float)):
        return value
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {key if isinstance(key, str) else f"{type(key).__name__}: {key}": plain(item) for key, item in value.items()}
    return {"type": type(value).__name__}


def load(text):
    try:
        values = [plain(yaml.load(text, Loader=loader)) for loader in LOADERS]
    except (yaml.YAMLError, ValueError) as error:
        return {"error": " ".join(str(error).split())}
    if any(value != values[0] for value in values):
        return {"error": f"the loaders disagree: {values!r}"}
    return {"value": values[0]}


if __name__ == "__main__":
    json.dump([load(text) for text in json.load(sys.stdin)], sys.stdout)
