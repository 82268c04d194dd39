/// The moves of palette colours, drawn together where they would tear a picture apart.
///
/// Neighbours in a photo shade into each other. If two palette colours are near and go opposite ways, every
/// shade between them is stretched, and noise becomes patches. So two moves in a and b differ by at most `limit` of
/// the distance of their colours. The fixed ones, black and white, stay. A palette whose colours go much the same
/// way is met exactly.
func calmed(_ moves: [Lab], of places: [Lab], fixed: Int, limit: Double = 0.8) -> [Lab] {
  var moves = moves.map { Lab(0, $0.y, $0.z) }
  let free = places.count - fixed
  // Projections onto one condition after the other; they settle long before the last round.
  for _ in 0..<200 {
    for i in 0..<free {
      for j in (i + 1)..<places.count {
        let difference = moves[i] - moves[j]
        let excess = length(difference) - limit * length(places[i] - places[j])
        guard excess > 1e-9 else { continue }
        let correction = difference * (excess / length(difference))
        guard j < free else {
          moves[i] -= correction
          continue
        }
        moves[i] -= correction * 0.5
        moves[j] += correction * 0.5
      }
    }
  }
  return moves
}
