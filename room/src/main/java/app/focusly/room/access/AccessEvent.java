package app.focusly.room.access;

import app.focusly.room.ledger.Draft;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

  static final List<String> ALL =
      List.of(CREATED, CONFIGURED, ADMITTED, REMOVED, BANNED, UNBANNED, HANDED_OVER, OWNER_ADDED);

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

  private static ObjectNode member(String memberId, @Nullable String name) {
    return body().put("memberId", memberId).put("name", name);
  }

  private static ObjectNode body() {
    return JsonNodeFactory.instance.objectNode();
  }
}
