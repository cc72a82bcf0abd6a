package app.focusly.room.timer;

import app.focusly.room.ledger.Recorded;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Set;

/// Since when there has been somebody in the room without a break, by the events that tell of it.
/// Confined to the feature that it belongs to.
final class Occupancy {
  static final String JOINED = "member-joined";
  static final String LEFT = "member-left";

  private final Set<String> present = new LinkedHashSet<>();
  private long since; // means nothing while nobody is present

  void joined(Recorded recorded) {
    String memberId = memberId(recorded);
    if (memberId.isEmpty()) { // it has been forgotten
      return;
    }
    if (present.isEmpty()) {
      since = recorded.event().at().toEpochMilli();
    }
    present.add(memberId);
  }

  void left(Recorded recorded) {
    present.remove(memberId(recorded));
  }

  void forget(String memberId) {
    present.remove(memberId);
  }

  /// Whether somebody was there at this time and somebody has been ever since.
  boolean lastsSince(long time) {
    return !present.isEmpty() && since <= time;
  }

  void snapshot(ObjectNode state) {
    ArrayNode members = state.putArray("present");
    present.forEach(members::add);
    state.put("since", since);
  }

  void restore(ObjectNode state) {
    state.path("present").forEach(member -> present.add(member.asText()));
    since = state.path("since").longValue();
  }

  private static String memberId(Recorded recorded) {
    JsonNode memberId = recorded.body().path("memberId");
    return memberId.asText();
  }
}
