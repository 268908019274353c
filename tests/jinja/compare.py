#!/usr/bin/python3
"""Renders random templates with Jinja2 and with kbgen and compares them byte for byte.

    tests/jinja/compare.py [--kbgen build/kbgen] [--rounds 1000] [--seed 1]

Where Jinja2 fails kbgen has to fail on the same line. A difference is shown
with its templates, data and options; `--seed S --rounds 1` gives it again. Twice as
many broken templates follow (compare_errors.py).
Needs python3-jinja2 3.1.
"""
import argparse
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

import compare_errors
from random_templates import Templates
from record import render

FLAGS = {"trim": "--trim-blocks", "lstrip": "--lstrip-blocks", "keep": "--keep-trailing-newline"}


def by_jinja(templates, data, options):
    """('output', text) or ('error', 'template:line: message'); nothing where it trips over itself"""
    words = {name for name in options if options[name]} | (set() if options["escape"] else {"no-autoescape"})
    try:
        marker, text = render(templates, data, words)
    except StopIteration:  # an error that is not in any template
        return None
    if "unknown to the frame" in text:
        return None
    return ("output", text) if marker == "--- output" else ("error", f"{marker[10:]}: {text}")


def by_kbgen(program, folder, options):
    flags = [flag for name, flag in FLAGS.items() if options[name]]
    flags += [] if options["escape"] else ["--no-autoescape"]
    flags += [] if options["strict"] else ["--lenient"]
    command = [program, "template", f"{folder}/templates/template", "--data", f"{folder}/data.json", "--templates", f"{folder}/templates"]
    done = subprocess.run(command + flags, capture_output=True, timeout=60)
    if done.returncode == 0:
        return "output", done.stdout.decode()
    said = done.stderr.decode()
    place = re.match(rf"{re.escape(folder)}/templates/(\w+:\d+):\d+: error: (.*)", said)
    return ("error", f"{place[1]}: {place[2]}") if place and done.returncode == 1 else ("crash", f"status {done.returncode}: {said}")


def agree(theirs, ours, templates):
    if theirs[0] == "output":
        return theirs == ours
    if ours[0] != "error":
        return False
    place, wanted = ours[1].split(": ")[0], theirs[1].split(": ")[0]
    # Jinja gives what fails in the tag 'with' the line of the tag before.
    name, line = place.split(":")
    return place == wanted or " with " in templates[name].split("\n")[int(line) - 1]


def round_of(seed, program):
    """What happened, and a report if the two differ."""
    made = Templates(seed)
    # As JSON has it: keys are text, tuples are lists.
    data = json.loads(json.dumps(made.data()))
    templates, options = made.templates(), made.options()
    theirs = by_jinja(templates, data, options)
    if not theirs:
        return "skipped", ""
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, "data.json").write_text(json.dumps(data))
        for name, text in templates.items():
            path = pathlib.Path(folder, "templates", name)
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(text.encode())
        ours = by_kbgen(program, folder, options)
    if agree(theirs, ours, templates):
        return theirs[0], ""
    lines = [f"seed {seed}: {' '.join(name for name in options if options[name])}", f"data: {json.dumps(data, ensure_ascii=False)}"]
    lines += [f"--- {name}\n{text}" for name, text in templates.items()]
    lines += [f"--- Jinja2: {theirs[0]}\n{theirs[1]}", f"--- kbgen: {ours[0]}\n{ours[1]}", ""]
    return "difference", "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--kbgen", default="build/kbgen")
    parser.add_argument("--rounds", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    count = {"output": 0, "error": 0, "difference": 0, "skipped": 0}
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        seeds = range(asked.seed, asked.seed + asked.rounds)
        for what, report in pool.map(lambda seed: round_of(seed, asked.kbgen), seeds):
            count[what] += 1
            if report:
                print(report)
    print(f"{count['output']} outputs and {count['error']} errors are the same, {count['difference']} differ")
    broken = compare_errors.compare(asked.kbgen, asked.seed, 2 * asked.rounds)
    return 1 if count["difference"] or broken else 0


if __name__ == "__main__":
    sys.exit(main())
