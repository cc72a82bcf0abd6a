package app.focusly.room.access;

/// What a command needs. Who has it, by role and the room's settings, is one table.
public enum Permission {
  /// Writing messages, and changing one's own.
  CHAT,
  /// Deleting what others wrote.
  MODERATE_CHAT,
  /// Making, naming and removing notes, and writing in them.
  EDIT_NOTES,
  /// Starting, pausing and configuring the focus timer.
  CONTROL_TIMER,
  /// Sharing a screen.
  SHARE_SCREEN,
  /// Switching one's microphone on after an owner switched it off.
  UNMUTE,
  /// Changing the room's settings.
  CONFIGURE,
  /// Admitting, muting, removing and banning members.
  MODERATE,
  /// Giving the room to somebody else.
  HAND_OVER
}
