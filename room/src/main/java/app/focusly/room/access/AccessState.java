package app.focusly.room.access;

import app.focusly.room.ledger.Forgetting;
import app.focusly.room.ledger.Recorded;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/// What the events of who may do what come to.
final class AccessState {
  /// The most who were let in and are remembered; those let in first are forgotten, and have to ask
  /// again.
  static final int MAX_ADMITTED = 1_000;

  private static final String MEMBER_ID = "memberId";

  private @Nullable Long createdAt;
  private @Nullable String template;
  private @Nullable String name;
  private RoomSettings settings = RoomSettings.OPEN;
  private final SequencedSet<String> owners = new LinkedHashSet<>();
  private final Map<String, @Nullable String> bans = new LinkedHashMap<>(); // id to name
  private final Map<String, Long> admitted = new LinkedHashMap<>(); // id to the event
  private final Visitors visitors = new Visitors();

  RoomSettings settings() {
    return settings;
  }

  SequencedSet<String> owners() {
    return owners;
  }

  boolean isOwned() {
    return !owners.isEmpty();
  }

  /// Who is banned, each with the name that they had.
  Map<String, @Nullable String> bans() {
    return bans;
  }

  boolean isAdmitted(String memberId) {
    return admitted.containsKey(memberId);
  }

  Visitors visitors() {
    return visitors;
  }

  /// Whether events say who the owners are.
  boolean hasHadOwners() {
    return createdAt != null || isOwned();
  }

  /// The body of the event that made the room, without its owner.
  Optional<ObjectNode> creation() {
    if (template == null) {
      return Optional.empty();
    }
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("template", template);
    Template.parse(template).ifPresent(known -> body.set("settings", known.settings().json()));
    return Optional.of(name == null ? body : body.put("name", name));
  }

  void apply(Recorded recorded) {
    JsonNode body = recorded.body();
    switch (recorded.type()) {
      case AccessEvent.CREATED -> create(body, recorded.event().at().toEpochMilli());
      case AccessEvent.CONFIGURED -> settings = RoomSettings.of(body.path("settings"));
      case AccessEvent.OWNERS_SET -> {
        if (body.has("owners")) { // otherwise it has been overwritten by another one
          owners.clear();
          body.path("owners").forEach(owner -> owners.add(owner.asText()));
        }
      }
      case Forgetting.MEMBER -> {} // forgetMember is told
      default -> {
        if (body.has(MEMBER_ID)) { // otherwise it has been forgotten
          apply(recorded, body.path(MEMBER_ID).asText());
        }
      }
    }
  }

  private void apply(Recorded recorded, String memberId) {
    JsonNode body = recorded.body();
    switch (recorded.type()) {
      case AccessEvent.ADMITTED -> admit(memberId, recorded.seq());
      case AccessEvent.REMOVED -> sendAway(memberId);
      case AccessEvent.BANNED -> {
        sendAway(memberId);
        bans.put(memberId, body.path("name").textValue());
      }
      case AccessEvent.UNBANNED -> bans.remove(memberId);
      case AccessEvent.HANDED_OVER -> {
        owners.remove(body.path("from").asText());
        owners.add(memberId);
      }
      case AccessEvent.OWNER_ADDED -> owners.add(memberId);
      case Access.JOINED ->
          visitors.come(memberId, body.path("name").textValue(), Access.role(body.path("role")));
      case Access.LEFT -> visitors.go(memberId, recorded.event().at().toEpochMilli());
      default -> throw new IllegalArgumentException(recorded.type());
    }
  }

  private void create(JsonNode body, long at) {
    createdAt = at;
    template = body.path("template").textValue();
    name = body.path("name").textValue();
    settings = RoomSettings.of(body.path("settings"));
    if (body.has("owner")) {
      owners.add(body.path("owner").asText());
    }
  }

  private void admit(String memberId, long seq) {
    if (admitted.size() == MAX_ADMITTED) {
      admitted.remove(admitted.keySet().iterator().next());
    }
    admitted.put(memberId, seq);
  }

  private void sendAway(String memberId) {
    admitted.remove(memberId);
    visitors.forget(memberId);
  }

  /// Who was let in so long ago has to ask again.
  void forgetThrough(long seq, long now) {
    admitted.values().removeIf(event -> event <= seq);
    visitors.forgetGone(now);
  }

  void forgetMember(String memberId) {
    owners.remove(memberId);
    bans.remove(memberId);
    sendAway(memberId);
  }

  ObjectNode view() {
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    view.put("createdAt", createdAt).put("template", template).put("name", name);
    texts(view.putArray("owners"), owners);
    view.set("settings", settings.json());
    ArrayNode banned = view.putArray("banned");
    bans.forEach(
        (memberId, named) -> banned.addObject().put(MEMBER_ID, memberId).put("name", named));
    return view;
  }

  ObjectNode snapshot() {
    ObjectNode snapshot = view();
    ObjectNode letIn = snapshot.putObject("admitted");
    admitted.forEach(letIn::put);
    snapshot.set("visitors", visitors.snapshot());
    return snapshot;
  }

  void restore(ObjectNode snapshot) {
    JsonNode made = snapshot.path("createdAt");
    createdAt = made.isNumber() ? made.longValue() : null;
    template = snapshot.path("template").textValue();
    name = snapshot.path("name").textValue();
    settings = RoomSettings.of(snapshot.path("settings"));
    snapshot.path("owners").forEach(owner -> owners.add(owner.asText()));
    snapshot
        .path("banned")
        .forEach(ban -> bans.put(ban.path(MEMBER_ID).asText(), ban.path("name").textValue()));
    snapshot
        .path("admitted")
        .properties()
        .forEach(entry -> admitted.put(entry.getKey(), entry.getValue().longValue()));
    visitors.restore(snapshot.path("visitors"));
  }

  private static void texts(ArrayNode nodes, SequencedSet<String> texts) {
    texts.forEach(nodes::add);
  }
}
