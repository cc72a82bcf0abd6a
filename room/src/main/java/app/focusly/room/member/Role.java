package app.focusly.room.member;

import java.util.Locale;

/// What a member may do, and how sure the server is of who they are.
public enum Role {
  /// Who created the room.
  OWNER,
  /// Somebody whom the server knows by a signed cookie.
  MEMBER,
  /// Nobody known: the connection itself stands for the person, so that each new one is a new
  /// member.
  GUEST;

  /// The role as it goes over the wire.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
