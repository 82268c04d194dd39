import Interiors

extension SampleRoom {
  static let coastal = SampleRoom(
    name: "coastal",
    room: try! Room(
      .living, width: 5.2, depth: 4.1, height: 2.7,
      openings: [
        Opening(.door, wall: .south, at: 0.6, width: 0.9, height: 2.1),
        Opening(.window, wall: .west, at: 1.2, width: 1.8, height: 1.5, sill: 0.7),
      ]), far: .north,
    pieces: [
      ("sofa", [], 1), ("rug", [], 1), ("floor-lamp", [], 1), ("armchair", ["form=tub"], 1),
      ("coffee-table", ["width=0.9"], 1), ("side-table", [], 1), ("plant", [], 1),
      ("picture", ["width=1.2", "height=0.8"], 1), ("curtain", ["width=2.6"], 1),
      ("sideboard", ["width=1.6"], 1),
    ], floor: ("oak", "#c9ac84"), wall: ("limewash", "#eae5da"), accent: (.north, "limewash", "#a3b4b1"),
    finishes: [
      (.textile, "linen", "#e3dacb"), (.accent, "linen", "#6f8f9b"), (.rug, "boucle", "#ece5d8"),
      (.timber, "oak", "#c39c6b"),
    ])

  static let japandi = SampleRoom(
    name: "japandi",
    room: try! Room(
      .bedroom, width: 4.4, depth: 3.9, height: 2.6,
      openings: [
        Opening(.door, wall: .south, at: 0.3, width: 0.9, height: 2.1),
        Opening(.window, wall: .east, at: 0.9, width: 2.0, height: 1.9, sill: 0.4),
      ]), far: .north,
    pieces: [
      ("bed", [], 1), ("nightstand", [], 2), ("table-lamp", ["foot=mushroom", "height=0.36"], 2),
      ("rug", ["width=2.6", "depth=1.8"], 1),
      ("wardrobe", ["width=1.6", "slatted=true"], 1), ("bench", ["width=1.3"], 1),
      ("pendant", ["form=lantern", "width=0.6", "drop=0.55"], 1),
      ("curtain", ["width=2.6", "height=2.45"], 1),
      ("plant", ["habit=snake", "height=0.8", "width=0.4", "leaves=16"], 1),
    ], floor: ("ash", "#d3b994"), wall: ("plaster", "#e9e3d8"), accent: (.north, "plaster", "#cfc4b2"),
    finishes: [
      (.textile, "linen", "#d9d2c4"), (.accent, "linen", "#8c8672"), (.rug, "boucle", "#ddd5c6"),
      (.timber, "ash", "#b98f62"),
      (.linen, nil, "#f1ede4"),
    ])

  static let loft = SampleRoom(
    name: "loft",
    room: try! Room(
      .kitchen, width: 6.0, depth: 4.8, height: 3.2,
      openings: [
        Opening(.opening, wall: .south, at: 0.6, width: 1.2, height: 2.3),
        Opening(.window, wall: .west, at: 0.8, width: 1.5, height: 2.0, sill: 0.7),
        Opening(.window, wall: .west, at: 2.7, width: 1.5, height: 2.0, sill: 0.7),
      ]), far: .north,
    pieces: [
      ("kitchen-run", ["width=3.6", "upper=shelf"], 1), ("tall-unit", [], 1),
      ("tall-unit", ["inside=ovens"], 1),
      ("kitchen-island", ["width=2.2"], 1), ("bar-stool", [], 3), ("pendant", ["drop=1.35"], 3),
      ("plant", [], 1),
    ], floor: ("concrete", "#b9b5ae"), wall: ("paint", "#e6e3dc"), accent: (.north, "brick", "#b0705a"),
    finishes: [
      (.lacquer, nil, "#4d5a57"), (.stone, "marble", "#e6e3dd"), (.timber, "oak", "#a97c50"),
      (.leather, nil, "#8a5a38"),
    ])

  static let study = SampleRoom(
    name: "study",
    room: try! Room(
      .study, width: 4.0, depth: 3.6, height: 2.7,
      openings: [
        Opening(.door, wall: .east, at: 2.4, width: 0.9, height: 2.1),
        Opening(.window, wall: .west, at: 0.8, width: 1.6, height: 1.5, sill: 0.8),
      ]), far: .north,
    pieces: [
      ("desk", ["width=1.6"], 1), ("office-chair", [], 1), ("bookcase", ["width=1.6"], 1),
      ("lounge-chair", [], 1),
      ("floor-lamp", ["stand=tripod"], 1), ("rug", ["shape=round", "width=2.0"], 1),
      ("sideboard", ["width=1.4"], 1),
      ("picture", ["motif=bands"], 1), ("plant", ["habit=palm"], 1),
    ], floor: ("walnut", "#8a6242"), wall: ("paint", "#e8e2d4"), accent: (.north, "paint", "#7d8a6f"),
    finishes: [
      (.textile, "herringbone-weave", "#c58a3d"), (.accent, nil, "#b5532f"), (.rug, nil, "#d9c8a8"),
      (.timber, "walnut", "#8f6038"),
    ])

  static let lobby = SampleRoom(
    name: "lobby",
    room: try! Room(
      .lobby, width: 8.4, depth: 6.2, height: 3.4,
      openings: [
        Opening(.opening, wall: .south, at: 3.2, width: 2.0, height: 2.6),
        Opening(.window, wall: .east, at: 0.8, width: 1.8, height: 2.6, sill: 0.2),
        Opening(.window, wall: .east, at: 3.4, width: 1.8, height: 2.6, sill: 0.2),
      ]), far: .north,
    pieces: [
      ("reception-desk", ["width=3.0"], 1), ("sofa", ["arm=round", "base=plinth"], 1),
      ("armchair", ["form=tub"], 2),
      ("coffee-table", ["width=1.1", "base=frame"], 1), ("rug", ["width=3.4", "depth=2.4"], 1),
      ("console-table", [], 1),
      ("mirror", ["width=1.0"], 1), ("pendant", ["form=globe", "width=0.32", "drop=1.1"], 3),
      ("plant", ["habit=palm", "height=1.8", "width=1.0"], 2),
      ("floor-lamp", ["stand=arc", "height=1.9"], 1), ("table-lamp", [], 1), ("pouf", [], 2),
    ], floor: ("terrazzo", "#dcd6ca"), wall: ("plaster", "#e7dfd2"), accent: (.north, "plaster", "#5f6f63"),
    finishes: [
      (.textile, "velvet", "#3f6157"), (.accent, "velvet", "#c08a4e"), (.rug, nil, "#d8cbb4"),
      (.timber, "walnut", "#8a5f3c"),
      (.stone, "marble", "#ece8e1"), (.curtain, nil, "#d8cdb8"),
    ])
}
