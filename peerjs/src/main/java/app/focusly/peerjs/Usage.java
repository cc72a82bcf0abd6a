package app.focusly.peerjs;

/// How much waits in one place.
final class Usage {

  /// Shared, and never added to.
  static final Usage NONE = new Usage();

  private int messages;
  private long bytes;

  boolean admits(int moreBytes, Allowance limit) {
    return messages < limit.messages() && bytes + moreBytes <= limit.bytes();
  }

  void add(int moreBytes) {
    messages++;
    bytes += moreBytes;
  }

  void remove(int fewerBytes) {
    messages--;
    bytes -= fewerBytes;
  }

  boolean isEmpty() {
    return messages == 0;
  }

  int messages() {
    return messages;
  }

  long bytes() {
    return bytes;
  }
}
