"""Derives the five bundled font files from Inter 4.1 (SIL Open Font License, no reserved name).

  python3 derive_fonts.py <folder with Inter-Regular.otf and Inter-SemiBold.otf> <output folder>

Needs fontTools (written with 4.60). JavaFX can neither switch on OpenType features nor interpolate
weights, so both are frozen into files:
  Inter Tabular, Inter Tabular SemiBold: `tnum` applied in the character map, digits of one width;
  Inter Paper, Inter Paper SemiBold: tabular too, with quadratic outlines, which a PDF library can
  cut down to the letters used; Latin, Greek and Cyrillic;
  Inter Medium: half way between Regular and SemiBold, which share their outlines' structure.
"""

import math
import sys
from pathlib import Path

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.recordingPen import RecordingPen
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

RANGES = [(0x20, 0x7E), (0xA0, 0x24F), (0x2B0, 0x2FF), (0x370, 0x3FF), (0x1E00, 0x1EFF),
          (0x2000, 0x206F), (0x2070, 0x209F), (0x20A0, 0x20BF), (0x2100, 0x214F),
          (0x2190, 0x21FF), (0x2200, 0x22FF), (0x25A0, 0x25FF)]
FIGURES = [(0x20, 0x7E), (0xA0, 0x17F), (0x2000, 0x206F), (0x20A0, 0x20BF), (0x2190, 0x21FF),
           (0x2200, 0x22FF)]

PAPER = [(0x20, 0x7E), (0xA0, 0x24F), (0x2B0, 0x2FF), (0x300, 0x36F), (0x370, 0x3FF),
         (0x400, 0x52F), (0x1E00, 0x1EFF), (0x2000, 0x206F), (0x20A0, 0x20BF), (0x2100, 0x214F),
         (0x2190, 0x21FF), (0x2200, 0x22FF), (0x25A0, 0x25FF), (0x2713, 0x2717)]


def keep(font, ranges):
    options = subset.Options()
    options.layout_features = []
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.hinting = False
    options.desubroutinize = True
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[c for low, high in ranges for c in range(low, high + 1)])
    subsetter.subset(font)


def rename(font, family):
    postscript = family.replace(" ", "") + "-Regular"
    names = font["name"]
    for record in list(names.names):
        if record.nameID in (16, 17, 21, 22, 25):
            names.names.remove(record)
    for identifier, text in ((1, family), (2, "Regular"), (3, postscript), (4, family),
                             (6, postscript)):
        names.setName(text, identifier, 3, 1, 0x409)
        names.setName(text, identifier, 1, 0, 0)
    if "CFF " not in font:
        return
    cff = font["CFF "].cff
    cff.fontNames[0] = postscript
    cff.topDictIndex[0].FullName = family
    cff.topDictIndex[0].FamilyName = family


def freeze_figures(font):
    features = font["GSUB"].table.FeatureList.FeatureRecord
    lookups = {i for f in features if f.FeatureTag == "tnum" for i in f.Feature.LookupListIndex}
    swap = {}
    for index in lookups:
        for table in font["GSUB"].table.LookupList.Lookup[index].SubTable:
            table = getattr(table, "ExtSubTable", table)
            swap.update(getattr(table, "mapping", {}))
    for table in font["cmap"].tables:
        if table.isUnicode():
            for code, glyph in list(table.cmap.items()):
                table.cmap[code] = swap.get(glyph, glyph)


def tabular(source, target, family):
    font = TTFont(source)
    freeze_figures(font)
    keep(font, FIGURES)
    rename(font, family)
    font.save(target)


def paper(source, target, family):
    font = TTFont(source)
    freeze_figures(font)
    keep(font, PAPER)
    outlines = font.getGlyphSet()
    drawn = {}
    for name in font.getGlyphOrder():
        pen = TTGlyphPen(None)
        outlines[name].draw(Cu2QuPen(pen, 1.0, reverse_direction=True))
        drawn[name] = pen.glyph()
    font["loca"] = newTable("loca")
    font["glyf"] = glyf = newTable("glyf")
    glyf.glyphOrder = font.getGlyphOrder()
    glyf.glyphs = drawn
    del font["CFF "]
    for name, glyph in drawn.items():
        glyph.recalcBounds(glyf)
        font["hmtx"][name] = (font["hmtx"][name][0], getattr(glyph, "xMin", 0))
    limits = font["maxp"]
    limits.tableVersion = 0x00010000
    limits.maxZones = 1
    for field in ("maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs",
                  "maxStackElements", "maxSizeOfInstructions", "maxComponentElements"):
        setattr(limits, field, 0)
    limits.compile(font)
    font["post"].formatType = 2.0
    font["post"].extraNames = []
    font["post"].mapping = {}
    font["post"].glyphOrder = font.getGlyphOrder()
    font.sfntVersion = "\000\001\000\000"
    rename(font, family)
    font.save(target)


def segments(font, code):
    pen = RecordingPen()
    font.getGlyphSet()[font.getBestCmap()[code]].draw(pen)
    contours = []
    for operator, points in pen.value:
        if operator == "moveTo":
            contours.append([points[0], []])
        elif operator in ("lineTo", "curveTo"):
            contours[-1][1].append((operator, points))
    return contours


def align(first, second):
    """Pairs two contours' segments; a short segment without a twin gets one of no length."""
    (start_a, a), (start_b, b) = first, second
    ends_a = [start_a] + [p[-1] for _, p in a]
    ends_b = [start_b] + [p[-1] for _, p in b]
    best = {(0, 0): (0, None)}
    for i in range(len(a) + 1):
        for j in range(len(b) + 1):
            if (i, j) not in best:
                continue
            cost = best[i, j][0]
            steps = []
            if i < len(a) and j < len(b) and a[i][0] == b[j][0]:
                turn = math.dist(ends_a[i + 1], ends_b[j + 1])
                steps.append((i + 1, j + 1, cost + turn))
            if i < len(a):
                steps.append((i + 1, j, cost + 300 + 5 * math.dist(ends_a[i], ends_a[i + 1])))
            if j < len(b):
                steps.append((i, j + 1, cost + 300 + 5 * math.dist(ends_b[j], ends_b[j + 1])))
            for x, y, price in steps:
                if (x, y) not in best or best[x, y][0] > price:
                    best[x, y] = (price, (i, j))
    at, pairs, gap = (len(a), len(b)), [], 0
    while best[at][1] is not None:
        i, j = best[at][1]
        if at == (i + 1, j + 1):
            pairs.append((a[i], b[j]))
        elif at == (i + 1, j):
            gap = max(gap, math.dist(ends_a[i], ends_a[i + 1]))
            pairs.append((a[i], (a[i][0], tuple([ends_b[j]] * len(a[i][1])))))
        else:
            gap = max(gap, math.dist(ends_b[j], ends_b[j + 1]))
            pairs.append(((b[j][0], tuple([ends_a[i]] * len(b[j][1]))), b[j]))
        at = (i, j)
    return list(reversed(pairs)), gap


def box(contour):
    points = [contour[0]] + [p for _, ps in contour[1] for p in ps]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return (min(xs), min(ys), max(xs), max(ys))


def matched(a, b):
    """The second glyph's contours in the order of the first's: Inter draws some, such as the closing
    quote, in another order in another weight."""
    left = list(b)
    for contour in a:
        nearest = min(left, key=lambda other: math.dist(box(contour), box(other)))
        left.remove(nearest)
        yield nearest


def medium(regular, semibold, target):
    font, heavy = TTFont(regular), TTFont(semibold)
    middle = lambda p, q: ((p[0] + q[0]) / 2, (p[1] + q[1]) / 2)
    wanted = [c for low, high in RANGES for c in range(low, high + 1) if c in font.getBestCmap()]
    drawn, left_out = {}, []
    for code in wanted:
        if code not in heavy.getBestCmap():
            left_out.append(code)
            continue
        a, b = segments(font, code), segments(heavy, code)
        if len(a) != len(b):
            left_out.append(code)
            continue
        b = list(matched(a, b))
        aligned = [align(x, y) for x, y in zip(a, b)]
        if any(gap > 80 for _, gap in aligned):
            left_out.append(code)
            continue
        width = (font["hmtx"][font.getBestCmap()[code]][0]
                 + heavy["hmtx"][heavy.getBestCmap()[code]][0]) / 2
        pen = T2CharStringPen(round(width), None)
        for (x, y), (pairs, _) in zip(zip(a, b), aligned):
            pen.moveTo(middle(x[0], y[0]))
            for (operator, p), (_, q) in pairs:
                getattr(pen, operator)(*[middle(u, v) for u, v in zip(p, q)])
            pen.closePath()
        drawn[font.getBestCmap()[code]] = (pen, round(width))
    keep(font, [(c, c) for c in wanted if c not in left_out])
    top = font["CFF "].cff.topDictIndex[0]
    for glyph, (pen, width) in drawn.items():
        if glyph in top.CharStrings.charStrings:
            old = top.CharStrings[glyph]
            top.CharStrings[glyph] = pen.getCharString(old.private, old.globalSubrs)
            font["hmtx"][glyph] = (width, font["hmtx"][glyph][1])
    font["OS/2"].usWeightClass = 500
    rename(font, "Inter Medium")
    font.save(target)
    print("Inter Medium without:", "".join(map(chr, left_out)))


def main(source, target):
    source, target = Path(source), Path(target)
    tabular(source / "Inter-Regular.otf", target / "InterTabular-Regular.otf", "Inter Tabular")
    tabular(source / "Inter-SemiBold.otf", target / "InterTabular-SemiBold.otf",
            "Inter Tabular SemiBold")
    paper(source / "Inter-Regular.otf", target / "InterPaper-Regular.ttf", "Inter Paper")
    paper(source / "Inter-SemiBold.otf", target / "InterPaper-SemiBold.ttf",
          "Inter Paper SemiBold")
    medium(source / "Inter-Regular.otf", source / "Inter-SemiBold.otf",
           target / "Inter-Medium.otf")


if __name__ == "__main__":
    main(*sys.argv[1:])
