import Canvas
import Geometry
import Parameters

/// A piece of the library stretched to a given size: it stands for a client's own piece in plan, elevation and view.
public struct Resized<Base: FurniturePiece>: FurniturePiece {
  public static var name: String { Base.name }
  public static var summary: String { Base.summary }
  public static var use: FurnitureUse { Base.use }
  public static var styles: [String] { Base.styles }
  public static var parameters: [Parameter<Resized<Base>>] { [] }

  private let base: Base
  public let size: Vector3

  public init() { self.init(Base(), size: Base().size) }

  /// `size` is width, depth and height in metres, each above 0.
  public init(_ base: Base, size: Vector3) { (self.base, self.size) = (base, size) }

  private var factor: Vector3 {
    Vector3(size.x / base.size.x, size.y / base.size.y, size.z / base.size.z)
  }

  public var top: Double? { base.top.map { $0 * factor.z } }

  public var solids: [Solid] { base.solids.map { $0.stretched(factor) } }

  public var symbols: [SymbolLine] {
    base.symbols.map { symbol in
      let (x, y) =
        switch symbol.projection {
        case .plan: (factor.x, factor.y)
        case .side: (factor.y, factor.z)
        default: (factor.x, factor.z)
        }
      return SymbolLine(symbol.projection, symbol.path.transformed(by: .scale(x, y)))
    }
  }
}

extension FurniturePiece {
  /// The same piece at another width, depth and height, metres; nil keeps its own.
  public func resized(width: Double?, depth: Double?, height: Double?) -> any FurniturePiece {
    Resized(self, size: Vector3(width ?? size.x, depth ?? size.y, height ?? size.z))
  }
}

extension Solid {
  /// Stretched along the piece's axes. What stands aslant keeps its right angles and takes the lengths that its own
  /// axes would get.
  fileprivate func stretched(_ k: Vector3) -> Solid {
    func length(_ axis: Vector3) -> Double { Vector3(axis.x * k.x, axis.y * k.y, axis.z * k.z).length }
    let (x, y, z) = (length(frame.x), length(frame.y), length(frame.z))
    var copy = self
    copy.center = Vector3(center.x * k.x, center.y * k.y, center.z * k.z)
    copy.half = Vector3(half.x * x, half.y * y, half.z * z)
    copy.corner *= min(x, y)
    copy.edge *= min(x, y, z)
    copy.crown *= z
    return copy
  }
}
