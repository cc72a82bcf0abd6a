package app.focusly.yjs;

/// Writes updates by hand, also such as no client makes.
final class UpdateBytes {
  static final long CLIENT = 0xFFFF_FFFFL;

  private final ByteWriter out = new ByteWriter();

  /// An update of one struct of one client, without deletions.
  static byte[] struct(long clock, StructWriter writer) {
    var update = new UpdateBytes().numbers(1, 1, CLIENT, clock);
    writer.write(update);
    return update.numbers(0).bytes();
  }

  /// Writes a struct.
  interface StructWriter {
    void write(UpdateBytes update);
  }

  UpdateBytes numbers(long... numbers) {
    for (long number : numbers) {
      out.varUint(number);
    }
    return this;
  }

  /// The byte that leads a struct.
  UpdateBytes info(int info) {
    out.uint8(info);
    return this;
  }

  UpdateBytes string(String text) {
    out.string(text);
    return this;
  }

  byte[] bytes() {
    return out.toByteArray();
  }

  /// Text at the beginning of the type `text`.
  static byte[] text(long clock, String text) {
    return struct(clock, update -> update.numbers(4, 1).string("text").string(text));
  }

  /// Text after the character before it.
  static byte[] more(long clock, String text) {
    return struct(clock, update -> update.info(0x84).numbers(CLIENT, clock - 1).string(text));
  }

  static byte[] garbage(long clock, long length) {
    return struct(clock, update -> update.numbers(0, length));
  }

  static byte[] deletion(long client, long clock, long length) {
    return new UpdateBytes().numbers(0, 1, client, 1, clock, length).bytes();
  }
}
