#!/usr/bin/python3
"""Has random templates, most of them wrong, read by Jinja2 and by kbgen.

    tests/jinja/compare_errors.py [--kbgen build/kbgen] [--rounds 5000] [--seed 1]

What Jinja2 refuses kbgen has to refuse, and what Jinja2 reads kbgen has to read
or to say that it is not supported. Nothing may crash it. Needs python3-jinja2 3.1.
"""
import argparse
import pathlib
import re
import subprocess
import sys
import tempfile

import jinja2

from broken_templates import BrokenTemplates

# What generator/jinja/README.md says is left out, or is told when it is read
# instead of when it is rendered.
LEFT_OUT = re.compile(
    r"\[template-limit\]|this number is too large|there is no (filter|test) '"
    r"|there is no function|no name of a character|'\w+' cannot be set: it is a constant"
)
BATCH = 100


def jinja_says(text):
    """Why Jinja2 does not take it, or nothing."""
    environment = jinja2.Environment()
    try:
        environment.compile(text, "t", "t")
    except jinja2.TemplateSyntaxError as error:
        return f"{error.lineno}: {error.message}"
    except Exception as error:
        return f"trips over itself: {error}"
    return ""


def kbgen_says(program, folder, names):
    """What it reports of each template of a folder, and its exit status."""
    command = [program, "template", f"{folder}/empty", "--lenient", "--templates", f"{folder}/templates"]
    done = subprocess.run(command, capture_output=True, timeout=120)
    said = {name: [] for name in names}
    for line in done.stderr.decode().split("\n"):
        place = re.match(rf"{re.escape(folder)}/templates/(\w+):(.*)", line)
        if place:
            said[place[1]].append(place[2])
    return said, done.returncode


def differences(program, seeds):
    templates = {f"t{seed}": BrokenTemplates(seed).template() for seed in seeds}
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, "empty").write_text("")
        pathlib.Path(folder, "templates").mkdir()
        for name, text in templates.items():
            pathlib.Path(folder, "templates", name).write_bytes(text.encode())
        said, status = kbgen_says(program, folder, templates)
    if status not in (0, 1):
        if len(seeds) > 1:  # which of them was it?
            return sum((differences(program, [seed]) for seed in seeds), [])
        return [f"--- {seeds[0]}: kbgen ends with status {status}\n{templates[f't{seeds[0]}']}\n"]
    found = []
    for name, text in templates.items():
        theirs, ours = jinja_says(text), said[name]
        if theirs.startswith("trips over itself") or bool(theirs) == bool(ours):
            continue
        if not theirs and any(LEFT_OUT.search(line) for line in ours):
            continue
        found.append(f"--- seed {name[1:]}\n{text}\n--- Jinja2: {theirs or 'reads it'}\n--- kbgen: {ours[0] if ours else 'reads it'}\n")
    return found


def compare(program, first, rounds):
    """How many templates only one of both reads; they are printed."""
    found = []
    for at in range(first, first + rounds, BATCH):
        found += differences(program, range(at, min(at + BATCH, first + rounds)))
    for each in found:
        print(each)
    print(f"{rounds - len(found)} broken templates are read or refused by both, {len(found)} by one of them")
    return len(found)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--kbgen", default="build/kbgen")
    parser.add_argument("--rounds", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    return 1 if compare(asked.kbgen, asked.seed, asked.rounds) else 0


if __name__ == "__main__":
    sys.exit(main())
