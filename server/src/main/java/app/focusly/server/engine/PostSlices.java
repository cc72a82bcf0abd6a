package app.focusly.server.engine;

/// The body of a POST in pieces of some packets each, so that a client which posts many is read at
/// its pace.
final class PostSlices {
  private static final char SEPARATOR = '\u001e';

  private final String body;
  private final int most;
  private int position;
  private int taken;

  /// @param most packets of one piece
  PostSlices(String body, int most) {
    this.body = body;
    this.most = most;
  }

  /// How many packets the whole body has.
  int packets() {
    return 1 + Math.toIntExact(body.chars().filter(unit -> unit == SEPARATOR).count());
  }

  boolean hasNext() {
    return position <= body.length();
  }

  /// The next packets, as a body of their own.
  String next() {
    int start = position;
    int end = -1;
    taken = 0;
    while (taken < most && position <= body.length()) {
      int separator = body.indexOf(SEPARATOR, position);
      end = separator < 0 ? body.length() : separator;
      position = end + 1;
      taken++;
    }
    return body.substring(start, end);
  }

  /// How many packets the last piece had.
  int taken() {
    return taken;
  }
}
