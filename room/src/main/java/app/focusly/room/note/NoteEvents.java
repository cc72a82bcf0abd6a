package app.focusly.room.note;

import app.focusly.room.payload.Payload;
import app.focusly.room.payload.PayloadReader;
import app.focusly.room.payload.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The events of the list of notes: those that clients send, and those that the journal keeps.
public final class NoteEvents {
  static final String ADDED = "note-added";
  static final String RENAMED = "note-renamed";
  static final String REMOVED = "note-removed";

  private static final List<String> TEMPLATES =
      List.of("blank", "agenda", "stand-up", "lecture", "study-plan");

  /// What clients send, by the event's name.
  public static final Map<String, PayloadReader<?>> READERS =
      Map.of(
          "note-add",
          payload -> new NoteCommand.Add(title(payload), template(payload).orElse(null)),
          "note-rename",
          payload -> new NoteCommand.Rename(noteId(payload), title(payload)),
          "note-remove",
          payload -> new NoteCommand.Remove(noteId(payload)));

  private NoteEvents() {}

  /// Which note an event is about.
  public static long noteId(Payload payload) {
    return payload
        .count("noteId")
        .orElseThrow(() -> Payload.invalid("noteId", "the noteId of a note"));
  }

  private static String title(Payload payload) {
    String title = payload.text("title").orElse("").strip();
    if (Text.isBlank(title) || Text.length(title) > NoteLimits.TITLE || !Text.isOneLine(title)) {
      throw Payload.invalid("title", "one line of 1 to %d characters".formatted(NoteLimits.TITLE));
    }
    return title;
  }

  private static Optional<String> template(Payload payload) {
    Optional<String> template = payload.text("template");
    if (template.isPresent() && !TEMPLATES.contains(template.get())) {
      throw Payload.invalid("template", "one of " + String.join(", ", TEMPLATES));
    }
    return template;
  }
}
