#!/usr/bin/env python3
"""Measures clean builds of invented archives, and Hugo on the same episodes.

    tests/bench/bench.py [N…] [--runs R] [--kbgen PROGRAM] [--no-hugo] [--keep FOLDER]

For N = 100, 500 and 2000 episodes unless told otherwise: seconds of wall clock
and of CPU (user and system, of the whole process), most memory, bytes and files
written, and what copying the same output tree costs. Of R runs the one with the
least CPU counts. Nothing else should be running: CPU seconds bear company
better than wall clock does, but not for free.
"""
import argparse
import collections
import os
import pathlib
import shutil
import subprocess
import tempfile
import time

import archive

HERE = pathlib.Path(__file__).resolve().parent
Cost = collections.namedtuple("Cost", "cpu wall memory output")


def measure(command, log):
    """What one run of a program costs, children included."""
    started = time.monotonic()
    with open(log, "w+") as out, tempfile.NamedTemporaryFile("r") as told:
        # A child of Python begins with Python's own memory as its most; one of
        # GNU time begins with next to nothing.
        timed = ["/usr/bin/time", "--quiet", "--format=%M", f"--output={told.name}", *command]
        process = subprocess.Popen(timed, stdout=out, stderr=subprocess.STDOUT)
        _, status, used = os.wait4(process.pid, 0)
        wall = time.monotonic() - started
        out.seek(0)
        text = out.read()
        if status != 0:
            raise SystemExit(f"{' '.join(map(str, command))} failed:\n{text[-2000:]}")
        return Cost(used.ru_utime + used.ru_stime, wall, int(told.read()) / 1024, text)


def cheapest(runs, command, output, log):
    costs = []
    for _ in range(runs):
        shutil.rmtree(output, ignore_errors=True)
        costs.append(measure(command, log))
    return min(costs)


def size_of(folder):
    files = [path for path in folder.rglob("*") if path.is_file()]
    return len(files), sum(path.stat().st_size for path in files)


def row(size, name, cost, files, size_in_bytes, copy):
    return (f"{size:5}  {name:6}{cost.wall:8.2f}{cost.cpu:8.2f}{1000 * cost.cpu / size:9.2f}{cost.memory:8.0f}"
            f"{size_in_bytes / 1e6:9.1f}{files:8}{copy.cpu:9.2f}{cost.cpu / copy.cpu:8.1f}")


def bench(size, folder, args):
    archive.Archive(folder, size, seed=1)
    log = folder / "log"
    programs = {"kbgen": [args.kbgen, "build", "--config", folder / "kbgen/config.yaml", "--output", folder / "site-kbgen", "--timings"]}
    if not args.no_hugo:
        shutil.copytree(HERE / "hugo", folder / "hugo", dirs_exist_ok=True)
        programs["hugo"] = ["hugo", "--source", folder / "hugo", "--destination", folder / "site-hugo"]
    costs = {}
    for name, command in programs.items():
        output = folder / f"site-{name}"
        costs[name] = cheapest(args.runs, command, output, log)
        copy = cheapest(args.runs, ["cp", "-r", output, folder / "copy"], folder / "copy", log)
        print(row(size, name, costs[name], *size_of(output), copy), flush=True)
    if "hugo" in costs:
        kbgen, hugo = costs["kbgen"], costs["hugo"]
        print(f"       kbgen / hugo: CPU {kbgen.cpu / hugo.cpu:.3f}, wall {kbgen.wall / hugo.wall:.3f}, memory {kbgen.memory / hugo.memory:.3f}", flush=True)
    return costs["kbgen"].output


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", metavar="N", type=int, nargs="*", default=[100, 500, 2000])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--kbgen", default=HERE.parent.parent / "build/kbgen")
    parser.add_argument("--no-hugo", action="store_true")
    parser.add_argument("--keep", type=pathlib.Path, help="leave archives and sites in this folder")
    args = parser.parse_args()
    if not args.no_hugo and not shutil.which("hugo"):
        raise SystemExit("hugo is not installed: apt-get install hugo, or say --no-hugo")

    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    print("    N  program wall s   CPU s  ms CPU/N  MB mem   MB out   files  cp -r s   / cp -r")
    stages = {}
    for size in args.sizes:
        with tempfile.TemporaryDirectory(prefix="kbgen-bench-") as scratch:
            folder = args.keep / str(size) if args.keep else pathlib.Path(scratch)
            folder.mkdir(parents=True, exist_ok=True)
            stages[size] = bench(size, folder, args)
    for size, text in stages.items():
        print(f"\nkbgen, {size} episodes\n{text.rstrip()}")


if __name__ == "__main__":
    main()
