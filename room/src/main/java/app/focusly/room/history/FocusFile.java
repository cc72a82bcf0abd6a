package app.focusly.room.history;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The files that a member's own focus is exported as. They are made piece by piece: a beginning,
/// each stretch, and an end.
public enum FocusFile {
  /// One row a stretch (RFC 4180).
  CSV("csv", "text/csv; charset=utf-8; header=present") {
    @Override
    public String begin() {
      return SessionCsv.line("day", "from", "to", "minutes", "completed", "roomId", "room", "task");
    }

    @Override
    public String stretch(FocusStretch stretch) {
      return SessionCsv.line(
          stretch.day().toString(),
          stretch.from().toString(),
          stretch.to().toString(),
          minutes(stretch),
          stretch.completed() ? "completed" : "",
          stretch.room().value(),
          text(stretch.roomName()),
          text(stretch.task()));
    }

    @Override
    public String end() {
      return "";
    }
  },

  /// One event a stretch (RFC 5545).
  CALENDAR("ics", "text/calendar; charset=utf-8") {
    @Override
    public String begin() {
      return SessionCalendar.begin();
    }

    @Override
    public String stretch(FocusStretch stretch) {
      String room = text(stretch.roomName());
      String summary = "Focus: " + (room.isEmpty() ? stretch.room().value() : room);
      return SessionCalendar.event(
          stretch.room().value() + "-" + stretch.from().toEpochMilli() + "-focus",
          stretch.from(),
          stretch.to(),
          stretch.task() == null ? summary : summary + " (" + stretch.task() + ')');
    }

    @Override
    public String end() {
      return SessionCalendar.end();
    }
  };

  private final String extension;
  private final String mediaType;

  FocusFile(String extension, String mediaType) {
    this.extension = extension;
    this.mediaType = mediaType;
  }

  /// What comes first.
  public abstract String begin();

  /// One stretch.
  public abstract String stretch(FocusStretch stretch);

  /// What comes last.
  public abstract String end();

  /// The file that a name such as `csv` stands for.
  public static Optional<FocusFile> of(String name) {
    return Arrays.stream(values()).filter(file -> file.extension.equals(name)).findFirst();
  }

  /// What its name ends with.
  public String extension() {
    return extension;
  }

  /// Its `Content-Type`.
  public String mediaType() {
    return mediaType;
  }

  /// To a hundredth, with a point, as every spreadsheet that is set to English reads it.
  private static String minutes(FocusStretch stretch) {
    long hundredths = Duration.between(stretch.from(), stretch.to()).toMillis() / 600;
    return "%d.%02d".formatted(hundredths / 100, hundredths % 100);
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
