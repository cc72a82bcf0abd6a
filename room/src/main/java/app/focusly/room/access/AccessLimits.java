package app.focusly.room.access;

/// How many people a room remembers, and for what.
///
/// @param bans the most members who are banned at once
/// @param waiting the most members who wait to be let in
/// @param owners the most owners
public record AccessLimits(int bans, int waiting, int owners) {
  /// What a room takes unless it is configured.
  public static final AccessLimits DEFAULT = new AccessLimits(200, 50, 10);

  public AccessLimits {
    if (Math.min(bans, Math.min(waiting, owners)) < 1) {
      throw new IllegalArgumentException("limits are at least 1");
    }
  }
}
