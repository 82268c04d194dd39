"""A plain PNG decoder after the specification, with nothing but zlib: the oracle for PngSuite.

Prints, for each file named, its width, height, channels, depth and the FNV-1a hash of its samples: palettes and
transparency expanded, samples of less than 8 bits widened, 16 bits big-endian, colour tags not applied.
"""
import struct, sys, zlib


def chunks(data):
    at = 8
    while at < len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        yield data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        at += length + 12


def paeth(a, b, c):
    p = a + b - c
    pa, pb, pc = abs(p - a), abs(p - b), abs(p - c)
    return a if pa <= pb and pa <= pc else b if pb <= pc else c


def unfilter(data, width, height, bits):
    size, step = (width * bits + 7) // 8, max(1, bits // 8)
    above, rows = bytearray(size), []
    for y in range(height):
        kind, line = data[y * (size + 1)], data[y * (size + 1) + 1 : (y + 1) * (size + 1)]
        row = bytearray(size)
        for i in range(size):
            a = row[i - step] if i >= step else 0
            c = above[i - step] if i >= step else 0
            b = above[i]
            row[i] = (line[i] + (0, a, b, (a + b) // 2, paeth(a, b, c))[kind]) & 255
        rows.append(row)
        above = row
    return rows, height * (size + 1)


def samples(row, count, depth):
    if depth == 8:
        return list(row[:count])
    if depth == 16:
        return [row[2 * i] << 8 | row[2 * i + 1] for i in range(count)]
    per = 8 // depth
    return [row[i // per] >> (8 - depth * (i % per + 1)) & ((1 << depth) - 1) for i in range(count)]


def decode(data):
    found = {}
    image = b""
    for kind, content in chunks(data):
        if kind == b"IDAT":
            image += content
        else:
            found.setdefault(kind, content)
    width, height, depth, color, _, _, interlace = struct.unpack(">IIBBBBB", found[b"IHDR"])
    channels = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[color]
    raw = zlib.decompress(image)
    pixels = [[None] * width for _ in range(height)]
    passes = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]
    for x0, y0, dx, dy in passes if interlace else [(0, 0, 1, 1)]:
        w, h = (width - x0 + dx - 1) // dx, (height - y0 + dy - 1) // dy
        if w <= 0 or h <= 0:
            continue
        rows, used = unfilter(raw, w, h, channels * depth)
        raw = raw[used:]
        for j, row in enumerate(rows):
            line = samples(row, w * channels, depth)
            for i in range(w):
                pixels[y0 + j * dy][x0 + i * dx] = line[i * channels : (i + 1) * channels]
    key = found.get(b"tRNS")
    full = 65535 if depth == 16 else 255
    out = []
    for row in pixels:
        for p in row:
            if color == 3:
                q = list(found[b"PLTE"][3 * p[0] : 3 * p[0] + 3])
                if key is not None:
                    q.append(key[p[0]] if p[0] < len(key) else 255)
            else:
                q = [v * 255 // ((1 << depth) - 1) if depth < 8 else v for v in p]
                if key is not None:
                    same = p == list(struct.unpack(f">{len(p)}H", key[: 2 * len(p)]))
                    q.append(0 if same else full)
            out += q
    return width, height, len(out) // (width * height), 16 if depth == 16 else 8, out


def fnv(values, depth):
    code = 0xCBF29CE484222325
    for v in values:
        for byte in ([v >> 8, v & 255] if depth == 16 else [v]):
            code = (code ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return code


for path in sys.argv[1:]:
    width, height, channels, depth, values = decode(open(path, "rb").read())
    print(path.rsplit("/", 1)[-1], width, height, channels, depth, f"{fnv(values, depth):016x}")
