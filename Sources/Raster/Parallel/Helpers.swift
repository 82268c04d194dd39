/// How many threads may help with a picture that is asked for in passing, where no parameter reaches.
public enum Helpers {
  /// 1 unless whoever draws a single page says more; never changes a pixel.
  @TaskLocal public static var count = 1

  /// Runs `body` with `jobs` threads at the hand of every picture that it asks for.
  public static func working<Result, Failure: Error>(
    _ jobs: Int, _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let result = $count.withValue(jobs) { () -> Swift.Result<Result, Failure> in
      do throws(Failure) { return .success(try body()) } catch { return .failure(error) }
    }
    return try result.get()
  }
}
