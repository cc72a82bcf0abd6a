package app.focusly.room.access;

import app.focusly.room.member.Role;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who is in the room, and who was there a moment ago: a page that reloads, and everyone when the
/// server starts again, goes and comes back.
final class Visitors {
  /// How long somebody who went still counts as being there.
  static final Duration RETURN = Duration.ofMinutes(15);

  /// The most who went and are remembered; those who went first are forgotten.
  static final int MAX_GONE = 1_000;

  private static final String MEMBER_ID = "memberId";

  private final Map<String, Visitor> here = new LinkedHashMap<>();
  private final Map<String, Visitor> gone = new LinkedHashMap<>(); // in the order of their going

  /// @param name null when they gave none
  /// @param leftAt epoch ms; 0 while they are here
  record Visitor(@Nullable String name, Role role, long leftAt) {}

  void come(String memberId, @Nullable String name, Role role) {
    gone.remove(memberId);
    here.put(memberId, new Visitor(name, role, 0));
  }

  void go(String memberId, long at) {
    Visitor visitor = here.remove(memberId);
    forgetGone(at);
    if (visitor != null) {
      if (gone.size() == MAX_GONE) {
        gone.remove(gone.keySet().iterator().next());
      }
      gone.put(memberId, new Visitor(visitor.name(), visitor.role(), at));
    }
  }

  /// Forgets those who went too long ago to count.
  void forgetGone(long now) {
    gone.values().removeIf(other -> other.leftAt() + RETURN.toMillis() < now);
  }

  /// The member has to come anew.
  void forget(String memberId) {
    here.remove(memberId);
    gone.remove(memberId);
  }

  /// The member, if they are here or were until a moment ago.
  Optional<Visitor> find(String memberId, Instant now) {
    Visitor visitor = here.get(memberId);
    return Optional.ofNullable(visitor == null ? gone.get(memberId) : visitor)
        .filter(
            each -> each.leftAt() == 0 || now.toEpochMilli() <= each.leftAt() + RETURN.toMillis());
  }

  ArrayNode snapshot() {
    ArrayNode nodes = JsonNodeFactory.instance.arrayNode();
    write(here, nodes);
    write(gone, nodes);
    return nodes;
  }

  private static void write(Map<String, Visitor> visitors, ArrayNode nodes) {
    visitors.forEach((memberId, visitor) ->
        nodes
            .addObject()
            .put(MEMBER_ID, memberId)
            .put("name", visitor.name())
            .put("role", visitor.role().text())
            .put("leftAt", visitor.leftAt()));
  }

  void restore(JsonNode nodes) {
    for (JsonNode node : nodes) {
      var visitor =
          new Visitor(
              node.path("name").textValue(),
              Access.role(node.path("role")),
              node.path("leftAt").longValue());
      (visitor.leftAt() == 0 ? here : gone).put(node.path(MEMBER_ID).asText(), visitor);
    }
  }
}
