package app.focusly.server.http;

import app.focusly.room.RoomId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a session goes by outside: its room, and the event that started it.
record SessionId(RoomId room, long seq) {
  private static final Pattern VALID =
      Pattern.compile("([A-Za-z0-9_-]{1,64})\\.([1-9][0-9]{0,15})");

  static Optional<SessionId> parse(String text) {
    Matcher matcher = VALID.matcher(text);
    return matcher.matches()
        ? RoomId.parse(matcher.group(1))
            .map(room -> new SessionId(room, Long.parseLong(matcher.group(2))))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return room.value() + '.' + seq;
  }
}
