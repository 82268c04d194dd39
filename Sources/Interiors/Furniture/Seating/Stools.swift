import Parameters

/// A low round stool.
public struct Stool: FurniturePiece {
  public static let name = "stool"
  public static let summary = "a low round stool of timber"
  public static let use = FurnitureUse.stool
  public static let styles = ["japandi", "coastal"]

  var width = 0.36
  var height = 0.45
  var legs = 3

  public static let parameters: [Parameter<Stool>] = [
    .real("width", \.width, 0.28...0.5, unit: "m", "across the seat"),
    .real("height", \.height, 0.35...0.55, unit: "m", "of the seat"),
    .integer("legs", \.legs, 3...4, "how many legs"),
  ]

  public init() {}

  public var size: Vector3 { Vector3(width, width, height) }
  public var top: Double? { height }

  public var solids: [Solid] {
    let feet = (0..<legs).map { i -> Solid in
      let way = Frame3.yaw(Double(i) * 360 / Double(legs) + 45).apply(Vector3(0, 1, 0))
      return .rod(
        way * (width * 0.28) + Vector3(0, 0, height - 0.03), way * (width * 0.44), radius: 0.018, end: 0.012,
        .timber)
    }
    return [.round((height - 0.04)...height, radius: width / 2, edge: 0.016, .timber)] + feet
  }
}

/// An upholstered drum without a back.
public struct Pouf: FurniturePiece {
  public static let name = "pouf"
  public static let summary = "an upholstered drum to sit or rest the feet on"
  public static let use = FurnitureUse.stool
  public static let styles = ["calm", "boutique", "coastal"]

  var width = 0.55
  var height = 0.4
  var softness = 0.6

  public static let parameters: [Parameter<Pouf>] = [
    .real("width", \.width, 0.4...1.1, unit: "m", "across"),
    .real("height", \.height, 0.3...0.48, unit: "m", "of the seat"),
    .real("softness", \.softness, 0.2...1, "how round its edges are"),
  ]

  public init() {}

  public var size: Vector3 { Vector3(width, width, height) }

  public var solids: [Solid] {
    let edge = height * 0.42 * softness
    return [
      .round(0.02...height, radius: width / 2, edge: edge, .textile),
      .round(
        (height * 0.5 - 0.004)...(height * 0.5 + 0.004), radius: width / 2 + 0.004, edge: 0.003, .accent),
      .round(0...0.02, radius: width / 2 - edge * 0.7, .darkTimber),
    ]
  }
}

/// A high stool for a counter.
public struct BarStool: FurniturePiece {
  public static let name = "bar-stool"
  public static let summary = "a high stool for a counter, with or without a back"
  public static let use = FurnitureUse.stool
  public static let styles = ["industrial", "loft", "modern"]

  var width = 0.42
  var height = 0.66
  var back = true

  public static let parameters: [Parameter<BarStool>] = [
    .real("width", \.width, 0.36...0.52, unit: "m", "across"),
    .real("height", \.height, 0.6...0.8, unit: "m", "of the seat"),
    .flag("back", \.back, "a low back"),
  ]

  public init() {}

  public var size: Vector3 { Vector3(width, width + 0.04, back ? height + 0.26 : height) }

  public var solids: [Solid] {
    let r = width / 2
    let seat = Solid(
      center: Vector3(0, 0, height - 0.025), half: Vector3(r, r, 0.028), corner: r * 0.7, edge: 0.024,
      .leather)
    let ring = [-1.0, 1.0].flatMap { s -> [Solid] in
      let e = r * 0.9
      return [
        .rod(Vector3(-e, s * e, 0.24), Vector3(e, s * e, 0.24), radius: 0.008, .darkMetal),
        .rod(Vector3(s * e, -e, 0.24), Vector3(s * e, e, 0.24), radius: 0.008, .darkMetal),
      ]
    }
    let legs = fourLegs(
      x: r * 0.72, y: r * 0.72, top: height - 0.04, radius: 0.011, foot: 0.011, splay: r * 0.26, .darkMetal)
    guard back else { return [seat] + ring + legs }
    let rest = Solid(
      center: Vector3(0, -r - 0.005, height + 0.2), half: Vector3(r * 0.94, 0.06, 0.016), corner: 0.05,
      edge: 0.014,
      frame: .upright(leaning: 8), .leather)
    let posts = [-1.0, 1.0].map { s in
      Solid.rod(
        Vector3(s * r * 0.7, -r * 0.72, height - 0.04), Vector3(s * r * 0.7, -r - 0.01, height + 0.22),
        radius: 0.009, .darkMetal)
    }
    return [seat, rest] + posts + ring + legs
  }
}

/// A long seat without arms.
public struct Bench: FurniturePiece {
  public static let name = "bench"
  public static let summary = "a long seat of timber with a thin pad"
  public static let use = FurnitureUse.bench
  public static let styles = ["japandi", "hotel", "coastal"]

  var width = 1.4
  var depth = 0.4
  var pad = true

  public static let parameters: [Parameter<Bench>] = [
    .real("width", \.width, 0.8...2.4, unit: "m", "from end to end"),
    .real("depth", \.depth, 0.32...0.55, unit: "m", "from back to front"),
    .flag("pad", \.pad, "a cushion on the seat"),
  ]

  public init() {}

  public var size: Vector3 { Vector3(width, depth, pad ? 0.48 : 0.44) }

  public var solids: [Solid] {
    let (w, d) = (width / 2, depth / 2)
    var parts: [Solid] = [
      .block(-w...w, -d...d, 0.4...0.44, .timber, corner: 0.012, edge: 0.01),
      .block((-w + 0.1)...(w - 0.1), -0.012...0.012, 0.3...0.34, .timber),
    ]
    parts += [-1.0, 1.0].flatMap { s in
      [-1.0, 1.0].map { t in
        Solid.rod(
          Vector3(s * (w - 0.12), t * (d - 0.06), 0.4), Vector3(s * (w - 0.07), t * (d - 0.03), 0),
          radius: 0.02, end: 0.014, .timber)
      }
    }
    guard pad else { return parts }
    return parts + [
      .block(
        (-w + 0.01)...(w - 0.01), (-d + 0.01)...(d - 0.01), 0.44...0.48, .textile, corner: 0.03, edge: 0.018)
    ]
  }
}

/// A desk chair on castors.
public struct OfficeChair: FurniturePiece {
  public static let name = "office-chair"
  public static let summary = "a desk chair on a star of castors"
  public static let use = FurnitureUse.chair
  public static let styles = ["modern", "mid-century"]

  var width = 0.62
  var height = 0.88
  var arms = true

  public static let parameters: [Parameter<OfficeChair>] = [
    .real("width", \.width, 0.55...0.7, unit: "m", "across the star"),
    .real("height", \.height, 0.8...1.2, unit: "m", "to the top of the back"),
    .flag("arms", \.arms, "armrests"),
  ]

  public init() {}

  public var size: Vector3 { Vector3(width, width, height) }

  public var solids: [Solid] {
    let r = width / 2
    let star = (0..<5).flatMap { i -> [Solid] in
      let way = Frame3.yaw(Double(i) * 72).apply(Vector3(0, 1, 0))
      return [
        .rod(Vector3(0, 0, 0.1), way * (r - 0.03) + Vector3(0, 0, 0.065), radius: 0.018, end: 0.012, .metal),
        .ball(way * (r - 0.03) + Vector3(0, 0, 0.027), radius: 0.027, .black),
      ]
    }
    let upper = height - 0.52
    let body: [Solid] = [
      Solid(
        center: Vector3(0, 0.02, 0.46), half: Vector3(r * 0.78, r * 0.76, 0.04), corner: 0.12, edge: 0.036,
        crown: 0.01, .leather),
      Solid(
        center: Vector3(0, -r * 0.74, 0.53 + upper / 2), half: Vector3(r * 0.72, upper / 2, 0.03),
        corner: 0.11, edge: 0.028,
        frame: .upright(leaning: 7), .leather),
      .round(0.09...0.42, radius: 0.022, .metal),
      .rod(Vector3(0, -0.05, 0.41), Vector3(0, -r * 0.8, 0.6), radius: 0.016, .metal),
    ]
    guard arms else { return body + star }
    return body + star
      + [-1.0, 1.0].flatMap { s -> [Solid] in
        let x = s * r * 0.84
        return [
          .block((x - 0.024)...(x + 0.024), -0.13...0.11, 0.62...0.645, .leather, corner: 0.02, edge: 0.01),
          .rod(Vector3(x, 0, 0.62), Vector3(s * r * 0.6, 0, 0.43), radius: 0.011, .metal),
        ]
      }
  }
}
