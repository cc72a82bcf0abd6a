package app.focusly.room.journal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// Something that happened, as the journal keeps it.
///
/// @param seq its place in the stream: 1, 2, 3 … without gaps
/// @param at to the millisecond
/// @param actor the id of the member whose doing it was, or [#SYSTEM]
/// @param type what happened, in kebab-case and the past tense
/// @param version of the body's form, from 1
/// @param body a JSON object
/// @param commandId of the command that it is the first event of, when the client gave one
public record JournalEvent(
    long seq,
    Instant at,
    String actor,
    String type,
    int version,
    String body,
    @Nullable CommandId commandId) {

  /// The actor of what nobody in particular did.
  public static final String SYSTEM = "system";

  /// The actor of what somebody did whom nobody can name any more.
  public static final String FORGOTTEN = "forgotten";

  /// Four of the largest fit in one page of a client's catching up.
  public static final int MAX_BODY_BYTES = 64 * 1024;

  public static final int MAX_ACTOR_LENGTH = 128;
  public static final int MAX_TYPE_LENGTH = 64;

  /// What the names of all fields, the numbers and the command's id take on the wire.
  private static final int FRAME_BYTES = 160;

  public JournalEvent {
    at = at.truncatedTo(ChronoUnit.MILLIS);
    require(seq > 0, "seq");
    require(!actor.isBlank() && actor.length() <= MAX_ACTOR_LENGTH, "actor");
    require(!type.isBlank() && type.length() <= MAX_TYPE_LENGTH, "type");
    require(version > 0, "version");
    require(utf8Length(body) <= MAX_BODY_BYTES, "body");
  }

  /// The same event with another body of the same version.
  public JournalEvent withBody(String replacement) {
    return with(replacement, actor);
  }

  /// The same event with another body, of the same version, and another actor.
  public JournalEvent with(String otherBody, String otherActor) {
    return new JournalEvent(seq, at, otherActor, type, version, otherBody, commandId);
  }

  /// What this event counts for, wherever bytes are bounded.
  public int bytes() {
    return utf8Length(body) + utf8Length(actor) + type.length() + FRAME_BYTES;
  }

  private static int utf8Length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static void require(boolean valid, String field) {
    if (!valid) {
      throw new IllegalArgumentException("an event's " + field + " is out of bounds");
    }
  }
}
