"""Writes metrics.json: the scores of a made-up page, by an implementation that shares nothing with the engine.

Needs numpy. Run `python3 metrics.py > metrics.json` in this folder after a wanted change of a definition.
Sources: Kikuchi 2021 (alignment, overlap), Ngo 2003 (balance), Hasler and Suesstrunk 2003 (colourfulness),
Hou and Zhang 2007 (saliency), WCAG 2 (contrast).
"""

import json
import math

import numpy as np

W, H = 64, 96
PAGE = (200.0, 300.0)
MARKS = [
    # element, em in mm, box x y w h in mm, colour
    ("title", 20.0, 20.0, 30.0, 120.0, 15.0, (16, 24, 40)),
    ("title", 20.0, 20.4, 50.0, 90.0, 15.0, (16, 24, 40)),
    ("date", 5.0, 20.0, 200.0, 61.0, 4.0, (250, 250, 240)),
    ("place", 5.0, 90.0, 201.5, 40.0, 4.0, (200, 30, 20)),
    ("small", 4.0, 75.0, 198.0, 50.0, 6.0, (0, 0, 0)),
]


def pixel(x, y):
    if x < 40 and y < 40:
        return (240, 236, 228)
    return ((x * 7 + y * 13) % 256, (x * x + 3 * y) % 256, (x * y // 3 + 40) % 256)


def decode(c):
    c /= 255
    return c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4


def luminance(rgb):
    r, g, b = (decode(v) for v in rgb)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def ratio(a, b):
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)


picture = np.array([[pixel(x, y) for x in range(W)] for y in range(H)], float)
light = np.array([[math.sqrt(luminance(p)) for p in row] for row in picture])

# The ground is the mean of the fullest of 4096 bins.
codes = picture.astype(int) // 16
index = codes[..., 0] * 256 + codes[..., 1] * 16 + codes[..., 2]
fullest = np.bincount(index.ravel(), minlength=4096).argmax()
ground = picture[index == fullest].mean(axis=0)
weights = np.sqrt((((picture - ground) / 255) ** 2).sum(axis=2) / 3)

xs = np.arange(W) + 0.5 - W / 2
ys = np.arange(H) + 0.5 - H / 2
moment_x, moment_y = weights * np.abs(xs)[None, :], weights * np.abs(ys)[:, None]
left, right = moment_x[:, xs < 0].sum(), moment_x[:, xs >= 0].sum()
top, bottom = moment_y[ys < 0, :].sum(), moment_y[ys >= 0, :].sum()
balance = 1 - (abs(left - right) / max(left, right) + abs(top - bottom) / max(top, bottom)) / 2

edges = np.zeros((H, W))
edges[:, :-1] += np.abs(np.diff(light, axis=1))
edges[:-1, :] += np.abs(np.diff(light, axis=0))


def cells(values, side=5):
    rows, columns = H // side, W // side
    cut = values[: rows * side, : columns * side]
    return cut.reshape(rows, side, columns, side).sum(axis=(1, 3))


sums = cells(edges)
mirror = sums[:, ::-1]
symmetry = 1 - np.abs(sums - mirror).sum() / (sums + mirror).sum()
white = (cells(weights) < 0.06 * 25).mean()
density = (edges > 0.08).mean()

rg = picture[..., 0] - picture[..., 1]
yb = (picture[..., 0] + picture[..., 1]) / 2 - picture[..., 2]
colour = math.sqrt(rg.var() + yb.var()) + 0.3 * math.hypot(rg.mean(), yb.mean())


def saliency_map():
    side = 64

    def span(i, length):
        start = i * length // side
        return start, max(start + 1, ((i + 1) * length + side - 1) // side)

    grid = np.zeros((side, side))
    for y in range(side):
        y0, y1 = span(y, H)
        for x in range(side):
            x0, x1 = span(x, W)
            grid[y, x] = light[y0:y1, x0:x1].mean()
    spectrum = np.fft.fft2(grid)
    amplitude = np.abs(spectrum)
    logs = np.log(amplitude + 1e-9)
    mean = sum(np.roll(logs, (dy, dx), (0, 1)) for dy in (-1, 0, 1) for dx in (-1, 0, 1)) / 9
    changed = spectrum * np.exp(logs - mean) / (amplitude + 1e-9)
    energy = np.abs(np.fft.ifft2(changed) * side * side) ** 2
    reach = np.arange(-7, 8)
    kernel = np.exp(-(reach**2) / (2 * 2.5 * 2.5))
    kernel /= kernel.sum()
    for axis in (0, 1):
        padded = np.pad(energy, [(7, 7) if a == axis else (0, 0) for a in (0, 1)], mode="edge")
        energy = sum(k * np.take(padded, np.arange(side) + i, axis) for i, k in enumerate(kernel))
    return energy / energy.max()


saliency = saliency_map()
under = np.zeros((64, 64), bool)
for _, _, x, y, w, h, _ in MARKS:
    def span(low, high, length):
        first = max(0, min(63, math.floor(low / length * 64)))
        return slice(first, max(first + 1, min(64, math.ceil(high / length * 64))))

    under[span(y, y + h, PAGE[1]), span(x, x + w, PAGE[0])] = True
occlusion = saliency[under].mean()


def shared(a, b):
    width = min(a[0] + a[2], b[0] + b[2]) - max(a[0], b[0])
    height = min(a[1] + a[3], b[1] + b[3]) - max(a[1], b[1])
    return width * height if width > 0 and height > 0 else 0


boxes = [m[2:6] for m in MARKS]
overlap = 0.0
for i, a in enumerate(MARKS):
    for j, b in enumerate(MARKS):
        if i != j and not (a[0] == b[0] and a[1] == b[1]):
            overlap += shared(boxes[i], boxes[j]) / (boxes[i][2] * boxes[i][3])
overlap /= len(MARKS)

axes = np.array(
    [
        [x / PAGE[0], (x + w / 2) / PAGE[0], (x + w) / PAGE[0], y / PAGE[1], (y + h / 2) / PAGE[1], (y + h) / PAGE[1]]
        for x, y, w, h in boxes
    ]
)
alignment = 0.0
for i in range(len(MARKS)):
    least = min(np.abs(axes[i] - axes[j]).min() for j in range(len(MARKS)) if j != i)
    alignment += -math.log(1 - least)
alignment /= len(MARKS)

sizes = {}
for element, size, *_ in MARKS:
    sizes[element] = max(size, sizes.get(element, 0))
ranked = sorted(sizes.values(), reverse=True)
hierarchy = 1 - ranked[1] / ranked[0]


def under_text(mark, scale=0.32):
    _, _, x, y, w, h, colour = mark
    x0, y0 = max(0, int(x * scale)), max(0, int(y * scale))
    x1, y1 = min(W, math.ceil((x + w) * scale)), min(H, math.ceil((y + h) * scale))
    text = luminance(colour)
    values = np.array([[luminance(picture[r, c]) for c in range(x0, x1)] for r in range(y0, y1)])
    ratios = sorted(ratio(v, text) for v in values.ravel())
    steps = np.abs(np.diff(np.sqrt(values), axis=1)).sum()
    return {"contrast": ratios[len(ratios) * 4 // 100], "gradient": steps / values.size}


print(
    json.dumps(
        {
            "width": W,
            "height": H,
            "page": PAGE,
            "scale": 0.32,
            "marks": [{"element": m[0], "size": m[1], "box": m[2:6], "color": m[6]} for m in MARKS],
            "scores": {
                "overlap": overlap,
                "alignment": alignment,
                "hierarchy": hierarchy,
                "balance": balance,
                "symmetry": symmetry,
                "whiteSpace": white,
                "density": density,
                "colourfulness": colour,
                "occlusion": occlusion,
            },
            "under": [under_text(m) for m in MARKS],
        },
        indent=1,
    )
)
