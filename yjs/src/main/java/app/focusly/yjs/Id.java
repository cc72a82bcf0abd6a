package app.focusly.yjs;

/// The name of one character, or of anything as long as one: the client that made it, and how many
/// it had made before.
record Id(long client, long clock) {

  static Id read(ByteReader in) {
    return new Id(in.varUint(), in.varUint());
  }
}
