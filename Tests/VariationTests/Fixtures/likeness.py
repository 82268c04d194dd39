"""An independent measure of whether pictures look the same: perceptual hash (Zauner 2010) and colour in OKLab.

    python3 likeness.py fixture > likeness.json      what LikenessFixtureTests compares with
    python3 likeness.py SHEET.png...                 near pairs among the tiles of contact sheets

Needs numpy and Pillow. Formulas: discrete cosine transform of 32 x 32 means of lightness, its lowest 8 x 8
frequencies against their median; colour: root mean square distance of 4 x 4 means in OKLab (Ottosson 2020).
"""
import json
import struct
import sys
import zlib

import numpy as np
from PIL import Image

BITS, COLOUR = 6, 0.05


def oklab(codes):
    c = codes.astype(float) / 255
    c = np.where(c <= 0.04045, c / 12.92, ((c + 0.055) / 1.055) ** 2.4)
    lms = c @ np.array([[0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566],
                        [0.0883024619, 0.2817188376, 0.6299787005]]).T
    return np.cbrt(lms) @ np.array([[0.2104542553, 0.7936177850, -0.0040720468],
                                    [1.9779984951, -2.4285922050, 0.4505937099],
                                    [0.0259040371, 0.7827717662, -0.8086757660]]).T


def means(lab, side):
    """Means over side x side cells; a cell takes every pixel that it touches."""
    height, width = lab.shape[:2]
    edge = lambda count: [(i * count // side, -(-(i + 1) * count // side)) for i in range(side)]
    return np.array([[lab[t:b, l:r].mean((0, 1)) for l, r in edge(width)] for t, b in edge(height)])


def phash(lab):
    cells = means(lab, 32)[..., 0]
    x = np.arange(32)
    basis = np.array([np.cos((2 * x + 1) * u * np.pi / 64) for u in range(8)])
    low = (basis @ cells @ basis.T).ravel()
    return low > np.median(low)


def look(picture):
    lab = oklab(np.asarray(picture.convert("RGB")))
    return phash(lab), means(lab, 4)


def difference(a, b):
    return int((a[0] != b[0]).sum()), float(np.sqrt(((a[1] - b[1]) ** 2).sum(-1).mean()))


def formula(number):
    """Picture `number`, 37 x 48 px, by integers alone, in 32 even steps a channel."""
    y, x = np.mgrid[0:48, 0:37]
    k = number + 1
    red = (x * k * 3 + y * 5) % 256
    green = ((x - 18) ** 2 + (y - 8 * k) ** 2) // (4 * k) % 256
    blue = (x * y // k + 40 * number) % 256
    steps = np.stack([red, green, blue], -1) // 8
    return Image.fromarray(((steps * 255 + 15) // 31).astype(np.uint8))


def fixture():
    looks = [look(formula(n)) for n in range(6)]
    hashes = ["%016x" % sum(1 << i for i, bit in enumerate(h) if bit) for h, _ in looks]
    pairs = [[i, j, *difference(looks[i], looks[j])] for i in range(6) for j in range(i)]
    print(json.dumps({"hashes": hashes, "pairs": pairs}, indent=1))


def manifest(path):
    data = open(path, "rb").read()
    at = 8
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at:at + 8])
        body = data[at + 8:at + 8 + length]
        if kind == b"iTXt" and body.startswith(b"maquette\0"):
            rest = body[len(b"maquette\0"):]
            return json.loads(zlib.decompress(rest[2:].split(b"\0", 2)[2]) if rest[0] else rest[2:].split(b"\0", 2)[2])
        at += 12 + length
    return None


def sheets(paths):
    for path in paths:
        picture, record = Image.open(path), manifest(path)
        boxes = [tile["box"] for tile in record["tiles"]] if record and "tiles" in record else []
        if len(boxes) < 2:
            print(f"{path}: no tiles to compare")
            continue
        looks = [look(picture.crop((x, y, x + width, y + height)).reduce(2)) for x, y, width, height in boxes]
        apart = [(*difference(looks[i], looks[j]), j + 1, i + 1) for i in range(len(looks)) for j in range(i)]
        near = [p for p in apart if p[0] <= BITS and p[1] <= COLOUR]
        closest = min(apart, key=lambda p: p[0] / BITS + p[1] / COLOUR)
        print(f"{path}: {len(boxes)} tiles, {len(near)} near pairs {near}; closest: {closest[0]} bits, "
              f"colour {closest[1]:.3f} (tiles {closest[2]} and {closest[3]})")


if __name__ == "__main__":
    if sys.argv[1:] == ["fixture"]:
        fixture()
    else:
        sheets(sys.argv[1:])
