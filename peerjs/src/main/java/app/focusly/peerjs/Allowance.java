package app.focusly.peerjs;

/// How much may wait in one place: so many messages and so many bytes (of UTF-8) together.
public record Allowance(int messages, long bytes) {

  public Allowance {
    Bounds.check("messages", messages, 0, 1_000_000);
    Bounds.check("bytes", bytes, 0, 1L << 32);
  }
}
