package app.focusly.peerjs;

/// The frames that the server itself writes.
final class Frames {

  static final String OPEN = "{\"type\":\"OPEN\"}";
  static final String ID_TAKEN = withMessage("ID-TAKEN", "ID is taken");

  private Frames() {}

  static String error(String message) {
    return withMessage("ERROR", message);
  }

  /// Tells `sender` that its messages did not reach `missing`.
  static String expire(String missing, String sender) {
    return between("EXPIRE", missing, sender);
  }

  /// Tells `sender` that `gone` has gone.
  static String leave(String gone, String sender) {
    return between("LEAVE", gone, sender);
  }

  private static String withMessage(String type, String message) {
    return "{\"type\":\"" + type + "\",\"payload\":{\"msg\":" + JsonText.quote(message) + "}}";
  }

  private static String between(String type, String source, String destination) {
    return "{\"type\":\""
        + type
        + "\",\"src\":"
        + JsonText.quote(source)
        + ",\"dst\":"
        + JsonText.quote(destination)
        + "}";
  }
}
