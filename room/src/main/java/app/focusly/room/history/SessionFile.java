package app.focusly.room.history;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Optional;

/// The files that a session's record is exported as.
public enum SessionFile {
  /// The record itself, with the name of its schema.
  JSON("json", "application/json"),
  /// One row a fact (RFC 4180).
  CSV("csv", "text/csv; charset=utf-8; header=present"),
  /// Minutes to read.
  MARKDOWN("md", "text/markdown; charset=utf-8"),
  /// The session and its phases for a calendar (RFC 5545).
  CALENDAR("ics", "text/calendar; charset=utf-8");

  /// What the JSON file is; another one when a field goes or changes its meaning.
  private static final String SCHEMA = "focusly-session/1";

  private final String extension;
  private final String mediaType;

  SessionFile(String extension, String mediaType) {
    this.extension = extension;
    this.mediaType = mediaType;
  }

  /// The file that a name such as `csv` stands for.
  public static Optional<SessionFile> of(String name) {
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

  /// A record as such a file.
  public String write(ObjectNode record) {
    return switch (this) {
      case JSON -> {
        ObjectNode file = JsonNodeFactory.instance.objectNode().put("schema", SCHEMA);
        file.setAll(record);
        yield file.toPrettyString() + '\n';
      }
      case CSV -> SessionCsv.write(record);
      case MARKDOWN -> SessionMarkdown.write(record);
      case CALENDAR -> SessionCalendar.write(record);
    };
  }
}
