package app.focusly.room.access;

import app.focusly.room.journal.Redaction;
import app.focusly.room.ledger.Draft;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The events of who may do what, and their bodies.
public final class AccessEvent {
  /// The room was made: `template`, `settings`, `owner`, and its `name` if it has one.
  public static final String CREATED = "room-created";

  /// The room has these `settings`, whole.
  public static final String CONFIGURED = "room-configured";

  /// The member may come in.
  public static final String ADMITTED = "member-admitted";

  /// The member had to go.
  public static final String REMOVED = "member-removed";

  /// The member had to go, and may not come again.
  public static final String BANNED = "member-banned";

  /// The member may come again.
  public static final String UNBANNED = "member-unbanned";

  /// The member is an owner instead of the one in `from`.
  public static final String HANDED_OVER = "owner-handed-over";

  /// The member is an owner too.
  public static final String OWNER_ADDED = "owner-added";

  /// The members are the `owners`, and nobody else: one of them was forgotten.
  public static final String OWNERS_SET = "owners-set";

  static final List<String> ALL =
      List.of(
          CREATED,
          CONFIGURED,
          ADMITTED,
          REMOVED,
          BANNED,
          UNBANNED,
          HANDED_OVER,
          OWNER_ADDED,
          OWNERS_SET);

  private AccessEvent() {}

  static Draft created(AccessCommand.Create create) {
    ObjectNode body = body().put("template", create.template().text());
    body.set("settings", create.template().settings().json());
    body.put("owner", create.owner().value());
    if (create.name() != null) {
      body.put("name", create.name().value());
    }
    return Draft.of(CREATED, body);
  }

  static Draft configured(RoomSettings settings) {
    ObjectNode body = body();
    body.set("settings", settings.json());
    return Draft.of(CONFIGURED, body);
  }

  static Draft admitted(String memberId, @Nullable String name) {
    return Draft.of(ADMITTED, member(memberId, name));
  }

  static Draft removed(String memberId, @Nullable String name) {
    return Draft.of(REMOVED, member(memberId, name));
  }

  static Draft banned(String memberId, @Nullable String name) {
    return Draft.of(BANNED, member(memberId, name));
  }

  static Draft unbanned(String memberId) {
    return Draft.of(UNBANNED, body().put("memberId", memberId));
  }

  static Draft handedOver(String memberId, String from) {
    return Draft.of(HANDED_OVER, body().put("memberId", memberId).put("from", from));
  }

  static Draft ownerAdded(String memberId) {
    return Draft.of(OWNER_ADDED, body().put("memberId", memberId));
  }

  /// Says who the owners are, and overwrites what events up to one said of it.
  static Draft ownersSet(AccessState state, long through) {
    ObjectNode body = body();
    state.owners().forEach(body.putArray("owners")::add);
    var redactions = new ArrayList<Redaction>();
    var past = Redaction.Scope.of(1, through);
    redactions.add(Redaction.of(past.ofType(OWNER_ADDED), "{}"));
    redactions.add(Redaction.of(past.ofType(HANDED_OVER), "{}"));
    redactions.add(Redaction.of(past.ofType(OWNERS_SET), "{}"));
    state
        .creation()
        .ifPresent(
            created -> redactions.add(Redaction.of(past.ofType(CREATED), created.toString())));
    return new Draft(OWNERS_SET, body, redactions);
  }

  private static ObjectNode member(String memberId, @Nullable String name) {
    return body().put("memberId", memberId).put("name", name);
  }

  private static ObjectNode body() {
    return JsonNodeFactory.instance.objectNode();
  }
}
