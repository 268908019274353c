#!/usr/bin/python3
"""Records in spec/*.txt what Jinja2 itself makes of each case.

    tests/jinja/record.py            writes the outputs
    tests/jinja/record.py --check    compares them, writes nothing

The notation is explained in spec/README.md. Needs python3-jinja2 3.1.
"""
import json
import pathlib
import sys
import traceback

import jinja2

SPEC = pathlib.Path(__file__).parent / "spec"


def parse(text):
    """Blocks of [marker, lines]: '=== sentence' begins a case, '--- what' a part of it."""
    blocks = [["", []]]
    for line in text.removesuffix("\n").split("\n"):
        if line.startswith(("=== ", "--- ")):
            blocks.append([line, []])
        else:
            blocks[-1][1].append(line)
    return blocks


def cases(blocks):
    """(blocks of the file's head, [blocks of each case])"""
    head, found = [], []
    for block in blocks:
        if block[0].startswith("=== "):
            found.append([block])
        elif found:
            found[-1].append(block)
        else:
            head.append(block)
    return head, found


def content(lines):
    # The empty line before the next case is for the eye.
    return "\n".join(lines)


def render(templates, data, options):
    def load(name):
        name = "/".join(jinja2.loaders.split_template_path(name))
        if name not in templates:
            return None
        return templates[name], name, None

    environment = jinja2.Environment(
        loader=jinja2.FunctionLoader(load),
        autoescape="no-autoescape" not in options,
        undefined=jinja2.StrictUndefined if "strict" in options else jinja2.Undefined,
        trim_blocks="trim" in options,
        lstrip_blocks="lstrip" in options,
        keep_trailing_newline="keep" in options,
    )
    try:
        return "--- output", environment.get_template("template").render(data)
    except jinja2.TemplateSyntaxError as error:
        return f"--- error {error.name}:{error.lineno}", str(error.message)
    except Exception as error:
        place = next(
            frame
            for frame in reversed(traceback.extract_tb(error.__traceback__))
            if frame.filename in templates
        )
        message = str(error) or type(error).__name__
        return f"--- error {place.filename}:{place.lineno}", message.split("\n")[0]


def record(text):
    head, found = cases(parse(text))
    shared = next((content(lines) for marker, lines in head if marker == "--- data"), "{}")
    out = [block for block in head]
    for case in found:
        parts = {marker[4:]: content(lines) for marker, lines in case[1:]}
        kept = [b for b in case if b[0] != "--- output" and not b[0].startswith("--- error")]
        # Parts end where the next begins; the last one loses the empty line
        # that sets cases apart.
        if kept[-1] is case[-1] and kept[-1][1] and kept[-1][1][-1] == "":
            kept[-1][1].pop()
        special = {"data", "options", "output"}
        templates = {
            name: content(lines)
            for name, lines in ((b[0][4:], b[1]) for b in kept[1:])
            if name not in special
        }
        data = json.loads(parts.get("data", shared) or "{}")
        marker, result = render(templates, data, parts.get("options", "").split())
        out += kept + [[marker, result.split("\n") + [""]]]
    lines = []
    for marker, body in out:
        lines += ([marker] if marker else []) + body
    return "\n".join(lines).removesuffix("\n") + "\n"


def main():
    wrong = []
    for path in sorted(SPEC.glob("*.txt")):
        before = path.read_text(encoding="utf-8")
        after = record(before)
        if before == after:
            continue
        wrong.append(path.name)
        if "--check" not in sys.argv:
            path.write_text(after, encoding="utf-8")
    if wrong:
        print("differs from Jinja2" if "--check" in sys.argv else "recorded", ", ".join(wrong))
    return 1 if wrong and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
