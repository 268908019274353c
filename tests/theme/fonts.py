#!/usr/bin/env python3
"""Makes the fonts that the default theme serves: tests/theme/fonts.py

Inter and Literata, variable from 400 to 700, and Bricolage Grotesque in the bold
and narrow cut of titles, with the letters of Latin alphabets and what a page of
text needs of OpenType: 40 KB instead of 350. Needs npm, python3-fonttools and python3-brotli; writes
themes/default/assets/fonts/. All are under the SIL Open Font License.
"""
import io
import pathlib
import subprocess
import tarfile
import tempfile

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

FONTS = pathlib.Path(__file__).parents[2] / "themes/default/assets/fonts"

# Latin-1 and Extended-A, the letters of Romanian, Vietnamese horns, Pinyin and Welsh, combining
# marks, the signs of texts and of numbers, arrows.
LATIN = (
    "0020-007E,00A0-017F,018F,0192,01A0-01A1,01AF-01B0,01CD-01DC,0218-021B,0237,02BB-02BC,02C6-02C7,02D8-02DD,"
    "0300-0304,0306-030C,0323,0327-0328,1E80-1E85,1E9E,2007-200A,2010-2015,2018-201A,201C-201E,2020-2022,2026,202F,"
    "2030,2032-2033,2039-203A,2044,20AC,2122,2190-2193,2197,2212,2260,2264-2265,25B8,22EE"
)
FEATURES = ["kern", "liga", "calt", "ccmp", "locl", "mark", "mkmk", "tnum", "case"]

# The name of the file, the package with its version, the files in it, where its axes are kept.
LITERATA = "@fontsource-variable/literata@5.3.0"
BRICOLAGE = "@fontsource-variable/bricolage-grotesque@5.3.0"
SOURCES = [
    ("site-inter", "inter-ui@4.1.1", ["variable/InterVariable.woff2"], {"wght": (400, 700), "opsz": 14}),
    (
        "site-literata",
        LITERATA,
        ["files/literata-latin-wght-normal.woff2", "files/literata-latin-ext-wght-normal.woff2"],
        {"wght": (400, 700)},
    ),
    (
        "site-bricolage",
        BRICOLAGE,
        [f"files/bricolage-grotesque-{letters}-standard-normal.woff2" for letters in ("latin", "latin-ext")],
        {"wght": 700, "opsz": 48, "wdth": 90},
    ),
]


def fetch(package, path, folder):
    """The bytes of one file of a package of npm."""
    archive = subprocess.run(["npm", "pack", "--silent", package], cwd=folder, check=True, capture_output=True, text=True)
    with tarfile.open(folder / archive.stdout.split()[-1]) as tar:
        return tar.extractfile(f"package/{path}").read()


def reread(font):
    """The same font as a file has it: what was cut leaves no trace in memory."""
    font.flavor = None
    file = io.BytesIO()
    font.save(file)
    file.seek(0)
    return TTFont(file, recalcTimestamp=False)


def cut(data, axes):
    font = reread(instancer.instantiateVariableFont(TTFont(io.BytesIO(data), recalcTimestamp=False), axes))
    options = subset.Options(layout_features=FEATURES, hinting=False, name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14])
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=subset.parse_unicodes(LATIN))
    subsetter.subset(font)
    return reread(font)


def join(font, more):
    """Puts the letters of `more`, another part of the same design, into `font`: of
    two files one may come too late, and then a word has letters of two fonts."""
    for name in ("glyf", "hmtx", "gvar", "cmap", "GPOS", "GSUB", "GDEF"):
        if name in font:
            font[name]  # read while the order of its letters is that of the file
    added = [name for name in more.getGlyphOrder() if name not in set(font.getGlyphOrder())]
    for name in added:
        font["glyf"][name] = more["glyf"][name]
        font["hmtx"][name] = more["hmtx"][name]
        if "gvar" in font:
            font["gvar"].variations[name] = more["gvar"].variations.get(name, [])
    font.setGlyphOrder(font["glyf"].glyphOrder)
    for table in font["cmap"].tables:
        for letter, name in more.getBestCmap().items():
            if table.isUnicode() and name in font["glyf"].glyphs:
                table.cmap.setdefault(letter, name)
    # Widths vary with what gvar says of them; a table of them would have to be joined, too.
    for name in ("HVAR", "VVAR", "vhea", "vmtx"):
        if name in font:
            del font[name]
    return reread(font)


FONTS.mkdir(exist_ok=True)
with tempfile.TemporaryDirectory() as folder:
    for name, package, paths, axes in SOURCES:
        target = FONTS / f"{name}.woff2"
        font, *others = (cut(fetch(package, path, pathlib.Path(folder)), axes) for path in paths)
        for other in others:
            font = join(font, other)
        font.flavor = "woff2"
        font.save(target)
        print(f"{target.name}: {target.stat().st_size} bytes")
