import CCairo
import Color
import Geometry

extension Canvas {
  /// Runs `body` and then restores transform, clip and blend mode.
  public borrowing func saved(_ body: (borrowing Canvas) -> Void) {
    let mask = pen?.mask
    cairo_save(context)
    body(self)
    cairo_restore(context)
    pen?.mask = mask
  }

  /// Applies `m` before the present transform.
  public borrowing func transform(_ m: Affine) {
    var matrix = cairo_matrix_t(xx: m.a, yx: m.b, xy: m.c, yy: m.d, x0: m.tx, y0: m.ty)
    cairo_transform(context, &matrix)
  }

  /// Limits all later drawing to the inside of `path` (non-zero rule).
  public borrowing func clip(to path: Path) {
    trace(path)
    cairo_clip(context)
    pen?.clip(to: path, matrix)
  }

  /// Draws `body` apart and then paints it through `window`, so that the window's edge is blended once, not once a
  /// shape. Without a window, draws `body` as it is.
  public borrowing func windowed(_ window: Path?, _ body: (borrowing Canvas) -> Void) {
    guard let window else { return body(self) }
    if pen != nil {
      return saved { canvas in
        canvas.clip(to: window)
        body(canvas)
      }
    }
    cairo_save(context)
    clipToPixels(around: window)
    cairo_push_group(context)
    body(self)
    cairo_pop_group_to_source(context)
    trace(window)
    cairo_set_fill_rule(context, CAIRO_FILL_RULE_WINDING)
    cairo_fill(context)
    cairo_restore(context)
  }

  /// Limits drawing to the whole pixels around a path: keeps a group small without softening any edge.
  private borrowing func clipToPixels(around path: Path) {
    trace(path)
    var matrix = cairo_matrix_t()
    cairo_get_matrix(context, &matrix)
    cairo_identity_matrix(context)
    var (left, top, right, bottom) = (0.0, 0.0, 0.0, 0.0)
    cairo_path_extents(context, &left, &top, &right, &bottom)
    cairo_new_path(context)
    let (x, y) = (left.rounded(.down), top.rounded(.down))
    cairo_rectangle(context, x, y, right.rounded(.up) - x, bottom.rounded(.up) - y)
    cairo_clip(context)
    cairo_set_matrix(context, &matrix)
  }

  /// From the present unit to pixels.
  private var matrix: Affine {
    var m = cairo_matrix_t()
    cairo_get_matrix(context, &m)
    return Affine(a: m.xx, b: m.yx, c: m.xy, d: m.yy, tx: m.x0, ty: m.y0)
  }

  private var blend: BlendMode {
    switch cairo_get_operator(context) {
    case CAIRO_OPERATOR_MULTIPLY: .multiply
    case CAIRO_OPERATOR_SCREEN: .screen
    default: .normal
    }
  }

  /// Sets how later paint meets what is there.
  public borrowing func setBlend(_ mode: BlendMode) {
    let op =
      switch mode {
      case .normal: CAIRO_OPERATOR_OVER
      case .multiply: CAIRO_OPERATOR_MULTIPLY
      case .screen: CAIRO_OPERATOR_SCREEN
      }
    cairo_set_operator(context, op)
  }

  /// Fills the inside of `path`; overlapping parts count once unless `evenOdd`.
  public borrowing func fill(_ path: Path, _ paint: Paint, evenOdd: Bool = false) {
    if let pen, case .solid(let color, let alpha) = paint {
      let (matrix, ink) = (matrix, SketchInk(color.packed, alpha: alpha, blend))
      return withPixels { pixels, rowLength in
        pen.fill(path, matrix, ink, isEvenOdd: evenOdd, into: pixels, stride: rowLength)
      }
    }
    cairo_set_fill_rule(context, evenOdd ? CAIRO_FILL_RULE_EVEN_ODD : CAIRO_FILL_RULE_WINDING)
    trace(path)
    setSource(paint)
    cairo_fill(context)
  }

  /// Draws a line along `path`.
  public borrowing func stroke(_ path: Path, _ paint: Paint, _ stroke: Stroke) {
    if let pen, case .solid(let color, let alpha) = paint {
      let (matrix, ink) = (matrix, SketchInk(color.packed, alpha: alpha, blend))
      var isDrawn = false
      withPixels { pixels, rowLength in
        isDrawn = pen.stroke(path, matrix, stroke, ink, into: pixels, stride: rowLength)
      }
      if isDrawn { return }
    }
    cairo_set_line_width(context, stroke.width)
    cairo_set_line_cap(context, stroke.cap.cairo)
    cairo_set_line_join(context, stroke.join.cairo)
    cairo_set_dash(context, stroke.dashes, Int32(stroke.dashes.count), 0)
    trace(path)
    setSource(paint)
    cairo_stroke(context)
  }

  borrowing func trace(_ path: Path) {
    cairo_new_path(context)
    for element in path.elements {
      switch element {
      case .move(let p): cairo_move_to(context, p.x, p.y)
      case .line(let p): cairo_line_to(context, p.x, p.y)
      case .curve(let p, let q, let r): cairo_curve_to(context, p.x, p.y, q.x, q.y, r.x, r.y)
      case .close: cairo_close_path(context)
      }
    }
  }

  borrowing func setSource(_ paint: Paint) {
    switch paint {
    case .solid(let c, let alpha):
      cairo_set_source_rgba(context, c.red, c.green, c.blue, alpha)
    case .linear(let from, let to, let stops):
      setGradient(cairo_pattern_create_linear(from.x, from.y, to.x, to.y), stops)
    case .radial(let c, let radius, let stops):
      setGradient(cairo_pattern_create_radial(c.x, c.y, 0, c.x, c.y, radius), stops)
    }
  }

  private borrowing func setGradient(_ pattern: OpaquePointer?, _ stops: [GradientStop]) {
    for s in stops {
      cairo_pattern_add_color_stop_rgba(pattern, s.offset, s.color.red, s.color.green, s.color.blue, s.alpha)
    }
    cairo_set_source(context, pattern)
    cairo_pattern_destroy(pattern)
  }
}

extension Stroke.Cap {
  var cairo: cairo_line_cap_t {
    switch self {
    case .butt: CAIRO_LINE_CAP_BUTT
    case .round: CAIRO_LINE_CAP_ROUND
    case .square: CAIRO_LINE_CAP_SQUARE
    }
  }
}

extension Stroke.Join {
  var cairo: cairo_line_join_t {
    switch self {
    case .miter: CAIRO_LINE_JOIN_MITER
    case .round: CAIRO_LINE_JOIN_ROUND
    case .bevel: CAIRO_LINE_JOIN_BEVEL
    }
  }
}
