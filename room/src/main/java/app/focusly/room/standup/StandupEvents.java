package app.focusly.room.standup;

import app.focusly.room.journal.JournalEvent;
import app.focusly.room.payload.Payload;
import app.focusly.room.payload.PayloadReader;
import app.focusly.room.payload.Text;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// The client events of the stand-up.
public final class StandupEvents {

  /// Each event's reader.
  public static final Map<String, PayloadReader<? extends StandupCommand>> READERS =
      Map.of(
          "standup-answer", StandupEvents::answer,
          "standup-start", StandupEvents::start,
          "standup-next", StandupEvents::next,
          "standup-end", _ -> new StandupCommand.End());

  private StandupEvents() {}

  private static StandupCommand.Respond answer(Payload payload) {
    var respond =
        new StandupCommand.Respond(
            text(payload, "yesterday"), text(payload, "today"), text(payload, "blockers"));
    if (respond.texts().allMatch(String::isEmpty)) {
      throw Payload.invalid("today", "answered, or another question");
    }
    return respond;
  }

  private static String text(Payload payload, String name) {
    String text = payload.text(name).orElse("").strip();
    if (Text.length(text) > StandupLimits.MAX_ANSWER || !Text.isPlain(text)) {
      throw Payload.invalid(name, "%d characters at most".formatted(StandupLimits.MAX_ANSWER));
    }
    return Text.isBlank(text) ? "" : text;
  }

  private static StandupCommand.Start start(Payload payload) {
    int seconds =
        payload
            .wholeNumber("seconds", StandupLimits.MIN_SECONDS, StandupLimits.MAX_SECONDS)
            .orElse(StandupLimits.DEFAULT_SECONDS);
    return new StandupCommand.Start(seconds, order(payload.field("order")));
  }

  private static StandupCommand.Next next(Payload payload) {
    return new StandupCommand.Next(
        payload.wholeNumber("index", 0, StandupLimits.SPEAKERS - 1).orElse(-1));
  }

  private static List<String> order(JsonNode value) {
    if (Payload.isAbsent(value)) {
      return List.of();
    }
    if (!value.isArray() || value.isEmpty() || value.size() > StandupLimits.SPEAKERS) {
      throw Payload.invalid(
          "order", "an array of 1 to %d member ids".formatted(StandupLimits.SPEAKERS));
    }
    var order = new LinkedHashSet<String>();
    for (int i = 0; i < value.size(); i++) {
      order.add(memberId(value.path(i), "order." + i));
    }
    return List.copyOf(order);
  }

  private static String memberId(JsonNode value, String path) {
    String memberId = value.asText();
    if (!value.isTextual()
        || memberId.isBlank()
        || memberId.length() > JournalEvent.MAX_ACTOR_LENGTH
        || !Text.isOneLine(memberId)) {
      throw Payload.invalid(path, "a member id");
    }
    return memberId;
  }
}
