package app.focusly.room.access;

import app.focusly.room.MemberId;
import app.focusly.room.Parsed;
import app.focusly.room.payload.Payload;
import app.focusly.room.payload.PayloadReader;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What clients send about who may do what.
public final class AccessEvents {
  /// How each event is read, by its name.
  public static final Map<String, PayloadReader<? extends AccessCommand>> READERS =
      Map.of(
          "room-configure", AccessEvents::configure,
          "member-admit", payload -> new AccessCommand.Admit(member(payload), null),
          "member-reject", payload -> new AccessCommand.Reject(member(payload), null),
          "member-remove", payload -> new AccessCommand.Remove(member(payload)),
          "member-ban", payload -> new AccessCommand.Ban(member(payload), null),
          "member-unban", payload -> new AccessCommand.Unban(member(payload)),
          "member-mute", payload -> new AccessCommand.Mute(member(payload), true),
          "member-unmute", payload -> new AccessCommand.Mute(member(payload), false),
          "owner-hand-over", payload -> new AccessCommand.HandOver(member(payload)));

  /// Longer than any that the server gives out.
  private static final int MAX_MEMBER_ID = 128;

  private AccessEvents() {}

  /// The owner key in the arguments of `join-room`, if there is one.
  public static Parsed<Optional<String>> ownerKey(List<JsonNode> arguments) {
    return Payload.argument(arguments, 0).isObject()
        ? Payload.parse(() -> Payload.of(arguments).text("ownerKey"))
        : new Parsed.Valid<>(Optional.empty());
  }

  private static AccessCommand.Configure configure(Payload payload) {
    return new AccessCommand.Configure(
        new SettingsChange(
            audience(payload, "timer"),
            audience(payload, "chat"),
            audience(payload, "screen"),
            flag(payload, "unmute"),
            flag(payload, "locked"),
            choice(payload, "entry", Entry.values(), Entry::text)));
  }

  private static MemberId member(Payload payload) {
    Optional<String> text = payload.text("memberId").filter(AccessEvents::isMemberId);
    return new MemberId(text.orElseThrow(() -> Payload.invalid("memberId", "a member's id")));
  }

  private static boolean isMemberId(String text) {
    return !text.isBlank() && text.length() <= MAX_MEMBER_ID;
  }

  private static @Nullable Audience audience(Payload payload, String field) {
    return choice(payload, field, Audience.values(), Audience::text);
  }

  private static @Nullable Boolean flag(Payload payload, String field) {
    return Payload.isAbsent(payload.field(field)) ? null : (Boolean) payload.flag(field);
  }

  private static <T> @Nullable T choice(
      Payload payload, String field, T[] choices, Function<T, String> name) {
    Optional<String> text = payload.text(field);
    if (text.isEmpty()) {
      return null;
    }
    return Arrays.stream(choices)
        .filter(choice -> name.apply(choice).equals(text.get()))
        .findFirst()
        .orElseThrow(() -> Payload.invalid(field, names(choices, name)));
  }

  private static <T> String names(T[] choices, Function<T, String> name) {
    return Arrays.stream(choices).map(name).collect(Collectors.joining(" or "));
  }
}
