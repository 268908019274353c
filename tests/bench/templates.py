#!/usr/bin/env python3
"""Measures kbgen's template engine against Jinja2 and nunjucks: the templates
of themes/default, the same invented pages, one thread each.

    tests/bench/templates.py [--rounds N] [--seconds S] [--program PROGRAM]

It needs python3-jinja2 (Debian's, 3.1), `npm ci --prefix tests` for nunjucks, and
build/template_bench (`ninja -C build template_bench`). First the three outputs are
compared, byte for byte; where nunjucks spells an escape in another way its
spelling is translated. Then each engine renders for S seconds, in turn, N rounds;
of each engine the best round counts. A page is complete when it is bytes that
could be written to a file: without that JavaScript would never join its pieces.

Measured on two quiet cores, two runs: the page of an episode with an hour of
transcript is made 10.5 and 11.0 times as fast as by nunjucks, one with a short
transcript 6.5 and 6.7 times, the lists of 100 episodes and 200 topics 6.2 and 3.1
to 3.5 times; all of them 8.6 to 11.9 times as fast as by Jinja2. (On busy cores the
ratios are higher, because V8 compiles on another thread.) An episode's page takes
1.3 million instructions, a list of 200 topics 4.2 million. No part of it stands out: a
statement or an operand costs about a hundred, a call of a macro 700 and what it
prints, text that a filter makes is allocated; of an hour of transcript it is the
copying. The lists are slower for their filters (`sort`, `truncate`) and for the
macros in macros that write numbers.
"""
import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "templates"))
import data  # noqa: E402

ENGINES = ["kbgen", "nunjucks", "jinja2"]
ESCAPES_OF_NUNJUCKS = [("&quot;", "&#34;"), ("&#92;", "\\"), ("&#96;", "`")]


def command(engine, options):
    return {"kbgen": [options.program],
            "nunjucks": ["node", HERE / "templates/nunjucks_half.mjs"],
            "jinja2": ["/usr/bin/python3", HERE / "templates/jinja2_half.py"]}[engine]


def compare(folder, count):
    """Stops at the first byte that differs."""
    for i in range(count):
        pages = {engine: (folder / f"{i}.{engine}.html").read_text() for engine in ENGINES}
        for other, own in ESCAPES_OF_NUNJUCKS:
            pages["nunjucks"] = pages["nunjucks"].replace(other, own)
        for engine in ENGINES:
            a, b = pages["jinja2"], pages[engine]
            if a != b:
                at = next((i for i, (x, y) in enumerate(zip(a, b)) if x != y), min(len(a), len(b)))
                raise SystemExit(f"case {i}: {engine} differs from Jinja2 at {at}:\n"
                                 f"{a[max(0, at - 200):at + 100]!r}\n{b[max(0, at - 200):at + 100]!r}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", default="1")
    parser.add_argument("--program", default=HERE.parent.parent / "build/template_bench")
    options = parser.parse_args()
    cases = data.cases()
    best = {}
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        (folder / "cases.json").write_text(json.dumps(cases))
        (folder / "strings.json").write_text(json.dumps(data.strings()))
        for _ in range(options.rounds):
            for engine in ENGINES:
                run = subprocess.run([*command(engine, options), HERE.parent.parent / "themes/default/templates",
                                      folder / "cases.json", folder, options.seconds],
                                     stdout=subprocess.PIPE, check=True, text=True)
                for line in map(json.loads, run.stdout.splitlines()):
                    key = line["case"], engine
                    best[key] = min(best.get(key, line), line, key=lambda each: each["seconds"])
            if len(best) == len(cases) * len(ENGINES):
                compare(folder, len(cases))
    print(f"{'':24} {'KB':>5}" + "".join(f"{engine + ' pages/s':>18} {'MB/s':>6}" for engine in ENGINES)
          + f"{'× nunjucks':>13} {'× jinja2':>9}")
    for i, case in enumerate(cases):
        seconds = {engine: best[i, engine]["seconds"] for engine in ENGINES}
        size = best[i, "kbgen"]["bytes"]
        print(f"{case['name']:24} {size / 1e3:5.0f}"
              + "".join(f"{1 / seconds[engine]:18,.0f} {size / 1e6 / seconds[engine]:6.0f}" for engine in ENGINES)
              + f"{seconds['nunjucks'] / seconds['kbgen']:13.1f} {seconds['jinja2'] / seconds['kbgen']:9.1f}")


if __name__ == "__main__":
    main()
