#!/usr/bin/env python3
"""Checks sidecars with PyYAML, a YAML 1.1 reader that shares no code with the extension.

Usage: check_sidecars.py PATH...

Takes sidecars and folders (searched for *.claims.yaml). For each sidecar:
- every scalar of the format loads as text, but `version`, `start`, `end`, `detached` and `dateInferred`;
- `open(article, encoding=...).read()[start:end] == exact` for every passage with a position, where the encoding is the
  sidecar's `article.encoding`, else UTF-8 with or without a byte-order mark, and Python reads CRLF and CR as LF.

Prints each failure as `file: message` and a summary; exit status 1 if anything failed, 2 for wrong usage.
"""

import os
import sys

import yaml

SUFFIX = ".claims.yaml"
CODEBOOK = "claims.codebook.yaml"
OTHER_TYPES = {"version": int, "start": int, "end": int, "detached": bool, "dateInferred": bool}
TOP = {"version", "article", "annotations"}
ARTICLE = {"title", "author", "published", "url", "encoding"}
ANNOTATION = {
    "id", "role", "speaker", "stance", "topic", "passages", "date", "dateInferred", "reportedBy", "quoteType", "cue",
    "note", "tags", "links", "conflicts", "adjudicated", "origin", "creator", "created", "modified",
}
PASSAGE = {"exact", "prefix", "suffix", "start", "end", "original", "detached"}
NESTED = {
    "article": ARTICLE, "annotations": ANNOTATION, "passages": PASSAGE, "links": {"type", "target"},
    "conflicts": {"field"}, "adjudicated": {"by", "at", "over"},
    "origin": {"by", "name", "at", "accepted"}, "accepted": {"by", "at"},
}


def sidecars_in(path):
    """The sidecars at or below `path`, in a stable order."""
    if not os.path.isdir(path):
        yield path
        return
    for folder, folders, files in os.walk(path):
        folders.sort()
        for name in sorted(files):
            if name.endswith(SUFFIX) and name != CODEBOOK:
                yield os.path.join(folder, name)


def wrong_types(value, keys, where):
    """Messages for what YAML 1.1 takes for another type than the format gives it; other programs' keys may hold anything."""
    if isinstance(value, list):
        for i, item in enumerate(value):
            yield from wrong_types(item, keys, f"{where}[{i}]")
    elif isinstance(value, dict):
        for key, item in value.items():
            if not isinstance(key, str):
                yield f"{where}: the key {key!r} loads as {type(key).__name__}"
            elif key in keys:
                yield from wrong_field(key, item, f"{where}.{key}" if where else key)
    elif not isinstance(value, str) and value is not None:
        yield f"{where} loads as {type(value).__name__}: {value!r}"


def wrong_field(key, value, where):
    wanted = OTHER_TYPES.get(key)
    if wanted is None:
        yield from wrong_types(value, NESTED.get(key, ()), where)
    elif type(value) is not wanted:
        yield f"{where} must be {wanted.__name__}: {value!r}"


def wrong_passages(data, text):
    """Messages for passages whose numbers don't lead to their words, and the number of passages that were checked."""
    messages, checked = [], 0
    for annotation in data.get("annotations") or []:
        for i, passage in enumerate(annotation.get("passages") or []):
            start, end, exact = passage.get("start"), passage.get("end"), passage.get("exact")
            if passage.get("detached") is True or start is None or end is None:
                continue
            checked += 1
            if text[start:end] != exact:
                messages.append(f"{annotation.get('id')} passages[{i}]: [{start}:{end}] is {text[start:end]!r}, not {exact!r}")
    return messages, checked


def check(path):
    """The failures of one sidecar and the number of its passages that were compared with the article."""
    try:
        with open(path, encoding="utf-8-sig") as file:
            data = yaml.safe_load(file)
    except (OSError, UnicodeDecodeError, ValueError, yaml.YAMLError) as error:
        return [f"not readable: {' '.join(str(error).split())}"], 0
    if not isinstance(data, dict) or not isinstance(data.get("annotations") or [], list):
        return ["no sidecar: “version” and “annotations” are missing"], 0
    messages = list(wrong_types(data, TOP, ""))
    if messages:
        return messages, 0
    article = path[: -len(SUFFIX)]
    try:
        with open(article, encoding=(data.get("article") or {}).get("encoding") or "utf-8-sig") as file:
            text = file.read()
        wrong, checked = wrong_passages(data, text)
    except (OSError, UnicodeDecodeError, LookupError) as error:
        return [f"the article is not readable: {error}"], 0
    except (AttributeError, TypeError) as error:
        return [f"an entry is broken: {error}"], 0
    return wrong, checked


def main(paths):
    if not paths or any(path.startswith("-") for path in paths):
        print(__doc__, file=sys.stderr)
        return 2
    found, failed, passages = 0, 0, 0
    for path in (sidecar for given in paths for sidecar in sidecars_in(given)):
        messages, checked = check(path)
        found, passages, failed = found + 1, passages + checked, failed + len(messages)
        for message in messages:
            print(f"{path}: {message}")
    print(f"{found} sidecars, {passages} passages compared, {failed} failures")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
