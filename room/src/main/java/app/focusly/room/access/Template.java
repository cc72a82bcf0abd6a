package app.focusly.room.access;

import java.util.Arrays;
import java.util.Optional;

/// What a new room is for, and so how it is set up; its owner may change all of it.
public enum Template {
  /// Some who learn together: everyone may do everything.
  STUDY_GROUP("study-group", RoomSettings.OPEN),
  /// A short round that one person leads.
  STAND_UP(
      "stand-up",
      new RoomSettings(
          Audience.OWNER, Audience.EVERYONE, Audience.EVERYONE, true, false, Entry.FREE)),
  /// Everyone at their own work, side by side.
  CO_WORKING("co-working", RoomSettings.OPEN),
  /// One teaches, and lets in who belongs there.
  CLASS(
      "class",
      new RoomSettings(
          Audience.OWNER, Audience.EVERYONE, Audience.OWNER, false, false, Entry.ADMISSION));

  private final String text;

  @SuppressWarnings("ImmutableEnumChecker") // a record of enums and flags
  private final RoomSettings settings;

  Template(String text, RoomSettings settings) {
    this.text = text;
    this.settings = settings;
  }

  /// The template of this name, if there is one.
  public static Optional<Template> parse(String text) {
    return Arrays.stream(values()).filter(template -> template.text.equals(text)).findFirst();
  }

  /// Its name as it goes over the wire.
  public String text() {
    return text;
  }

  /// How a room begins that is made by it.
  public RoomSettings settings() {
    return settings;
  }
}
