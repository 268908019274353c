#!/usr/bin/env python3
"""Measures `kbgen index` beside lunr.js on the same documents.

    tests/bench/index.py [--documents N] [--words W] [--runs R] [--kbgen PROGRAM]

Seconds of CPU and of wall clock and most memory of either, with and without
positions, one run after the other; of R runs the cheapest counts. Both must
write the same bytes, kbgen with any number of jobs. Needs `npm ci --prefix
tests`.
"""
import argparse
import hashlib
import json
import pathlib
import random
import subprocess
import tempfile

import archive
from bench import measure

HERE = pathlib.Path(__file__).resolve().parent


def write_documents(path, count, words):
    rng = random.Random(1)
    source = archive.Words(rng)
    with open(path, "w", encoding="utf-8") as out:
        for number in range(count):
            document = {"id": f"d{number}", "title": source.prose(5), "body": source.prose(words)}
            out.write(json.dumps(document, ensure_ascii=False) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=20_000)
    parser.add_argument("--words", type=int, default=200)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--kbgen", default=HERE.parent.parent / "build/kbgen")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kbgen-index-") as scratch:
        bench(pathlib.Path(scratch), args)


def bench(folder, args):
    documents = folder / "documents.ndjson"
    write_documents(documents, args.documents, args.words)
    print(f"{args.documents} documents of {args.words} words, {documents.stat().st_size / 1e6:.1f} MB")
    print("                        CPU s  wall s  MB mem   MB out")
    for positions in (False, True):
        flags = ["--positions"] if positions else []
        ours = [str(args.kbgen), "index", str(documents), "--ref", "id", "--field", "title:10", "--field", "body", *flags]
        theirs = ["node", "--max-old-space-size=8192", str(HERE / "lunr_index.mjs"), str(documents), *flags]
        compare("positions" if positions else "", ours, theirs, folder, args.runs)


def compare(what, ours, theirs, folder, runs):
    costs, digests = {}, {}
    for name, command, times in (("kbgen", ours, runs), ("kbgen -j1", [*ours, "--jobs", "1"], runs), ("lunr.js", theirs, 1)):
        out = folder / "out"
        costs[name] = min(measure(command, out) for _ in range(times))
        cost = costs[name]
        digests[name] = hashlib.sha256(cost.output.encode()).hexdigest()
        print(f"{name:10} {what:10}{cost.cpu:9.2f}{cost.wall:8.2f}{cost.memory:8.0f}{out.stat().st_size / 1e6:9.1f}", flush=True)
    assert len(set(digests.values())) == 1, digests
    kbgen, lunr = costs["kbgen"], costs["lunr.js"]
    print(f"           lunr.js / kbgen: CPU {lunr.cpu / kbgen.cpu:.1f}, memory {lunr.memory / kbgen.memory:.1f}; the same bytes")


if __name__ == "__main__":
    main()
