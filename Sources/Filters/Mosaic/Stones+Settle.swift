import Color
import Elementary
import Raster

extension Stones {
  /// Turns stones along the forms and moves each to the middle of what it covers, several times over; cells on
  /// edges hardly count, so that stones keep to one side.
  mutating func settle(_ coarse: CoarseLight, jobs: Int) {
    let field = AndamentoField(coarse, size: size, jobs: jobs)
    for _ in 0..<7 {
      replace(
        stones.map { stone in
          var turned = stone
          (turned.cos, turned.sin) = field.direction(stone.x, stone.y)
          return turned
        })
      replace(centred(coarse, field, jobs: jobs))
    }
  }

  private func centred(_ coarse: CoarseLight, _ field: AndamentoField, jobs: Int) -> [Stone] {
    let labels = labels(coarse, jobs: jobs)
    var sums = [SIMD4<Float>](repeating: SIMD4(), count: stones.count)
    for y in 0..<coarse.height {
      for x in 0..<coarse.width {
        let weight = 1 / (1 + 60 * field.edges.samples[y * field.edges.stride + x])
        let place = SIMD4(Float(x) + 0.5, Float(y) + 0.5, 1, 0)
        sums[Int(labels[y * coarse.width + x])] += place * weight
      }
    }
    let (width, height) = (Float(coarse.width), Float(coarse.height))
    return zip(stones, sums).map { stone, sum in
      // What is cut by the border stays where it was: its middle is not in the picture.
      let isInside = stone.x > size && stone.y > size && stone.x < width - size && stone.y < height - size
      guard sum.z > 0, isInside else { return stone }
      var moved = stone
      (moved.x, moved.y) = (sum.x / sum.z, sum.y / sum.z)
      return moved
    }
  }
}

/// Where a picture's forms run, from the structure tensor of its lightness.
struct AndamentoField {
  /// Squared slope of lightness between neighbouring cells.
  let edges: Plane
  /// Twice the angle of the slope, as a vector that is longer where the direction is clearer.
  private let cosines: Plane
  private let sines: Plane

  init(_ coarse: CoarseLight, size: Float, jobs: Int) {
    var lightness = Plane(width: coarse.width, height: coarse.height)
    for y in 0..<coarse.height {
      for x in 0..<coarse.width {
        let c = coarse.cells[y * coarse.width + x]
        let light = LinearRGB(Double(c.x), Double(c.y), Double(c.z))
        lightness.samples[y * lightness.stride + x] = Float(OKLab(light).lightness)
      }
    }
    let soft = lightness.boxMean(radius: 1, jobs: jobs)
    var (edges, cosines, sines) = (soft, soft, soft)
    for y in 0..<coarse.height {
      for x in 0..<coarse.width {
        func at(_ x: Int, _ y: Int) -> Float {
          soft.samples[max(0, min(y, coarse.height - 1)) * soft.stride + max(0, min(x, coarse.width - 1))]
        }
        let (gx, gy) = (at(x + 1, y) - at(x - 1, y), at(x, y + 1) - at(x, y - 1))
        let index = y * soft.stride + x
        edges.samples[index] = gx * gx + gy * gy
        cosines.samples[index] = gx * gx - gy * gy
        sines.samples[index] = 2 * gx * gy
      }
    }
    self.edges = edges
    self.cosines = Self.spread(cosines, size, jobs)
    self.sines = Self.spread(sines, size, jobs)
  }

  /// Near forms decide; where there are none, farther ones do.
  private static func spread(_ plane: Plane, _ size: Float, _ jobs: Int) -> Plane {
    func blurred(_ radius: Float) -> Plane {
      let pixels = max(1, Int(radius))
      return plane.boxMean(radius: pixels, jobs: jobs).boxMean(radius: pixels, jobs: jobs)
    }
    var result = blurred(size * 0.6)
    let (middle, far) = (blurred(size * 2.2), blurred(size * 7))
    for i in result.samples.indices {
      result.samples[i] += 0.25 * middle.samples[i] + 0.08 * far.samples[i]
    }
    return result
  }

  /// The direction at a place in cells, as cosine and sine.
  func direction(_ x: Float, _ y: Float) -> (Float, Float) {
    let column = max(0, min(cosines.width - 1, Int(x)))
    let index = max(0, min(cosines.height - 1, Int(y))) * cosines.stride + column
    let (c, s) = (Double(cosines.samples[index]), Double(sines.samples[index]))
    guard c * c + s * s > 1e-14 else { return (1, 0) }
    let (sin, cos) = Exact.sincos(Exact.atan2(s, c) / 2)
    return (Float(cos), Float(sin))
  }
}
