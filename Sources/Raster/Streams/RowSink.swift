/// Takes what a chain of row stages makes; the chain's type is known where it is made only.
protocol RowSink {
  associatedtype Result
  func take(_ rows: some RowSource) -> Result
}

/// Makes a picture as deep as another.
struct PictureSink: RowSink {
  let like: Picture
  var light = Light.linear
  var dithered = false
  let jobs: Int

  func take(_ rows: some RowSource) -> Picture {
    like.made(of: rows, light: light, dithered: dithered, jobs: jobs)
  }
}

/// Makes float rows in memory.
struct StoredSink: RowSink {
  let jobs: Int

  func take(_ rows: some RowSource) -> StoredRows { StoredRows(rows, jobs: jobs) }
}
