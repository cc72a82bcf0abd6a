package app.focusly.room.payload;

import app.focusly.room.Parsed;
import app.focusly.room.Refusal;
import app.focusly.room.RefusalCode;
import app.focusly.room.RoomId;
import app.focusly.room.UserId;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/// A JSON object from a client, read field by field within [#parse]. Fields that nobody reads are
/// ignored; null counts as absent, since that is what JavaScript's `undefined` becomes in an array.
public final class Payload {
  private final JsonNode object;
  private final String prefix;

  private Payload(JsonNode object, String prefix) {
    this.object = object;
    this.prefix = prefix;
  }

  /// Carries out a reading; the first field that is refused ends it.
  public static <T> Parsed<T> parse(Supplier<T> reading) {
    try {
      return new Parsed.Valid<>(reading.get());
    } catch (RefusedPayloadException expected) { // whatever a client sends
      return new Parsed.Invalid<>(expected.refusal());
    }
  }

  /// The first argument of an event, which must be an object.
  public static Payload of(List<JsonNode> arguments) {
    JsonNode first = argument(arguments, 0);
    if (!first.isObject()) {
      throw refused(
          Refusal.of(RefusalCode.INVALID_PAYLOAD, "The event takes an object as its argument."));
    }
    return new Payload(first, "");
  }

  /// The first argument of an event that may have none, and then counts as an empty object.
  public static Payload ofOptional(List<JsonNode> arguments) {
    return isAbsent(argument(arguments, 0))
        ? new Payload(JsonNodeFactory.instance.objectNode(), "")
        : of(arguments);
  }

  /// One argument of an event; a missing node when there are fewer.
  public static JsonNode argument(List<JsonNode> arguments, int index) {
    return index < arguments.size() ? arguments.get(index) : MissingNode.getInstance();
  }

  /// The field, or a missing node.
  public JsonNode field(String name) {
    return object.path(name);
  }

  /// The object in this field, if there is one.
  public Optional<Payload> object(String name) {
    JsonNode value = field(name);
    if (isAbsent(value)) {
      return Optional.empty();
    }
    if (!value.isObject()) {
      throw invalid(prefix + name, "an object");
    }
    return Optional.of(new Payload(value, prefix + name + '.'));
  }

  /// The text in this field, if there is any.
  public Optional<String> text(String name) {
    JsonNode value = field(name);
    if (isAbsent(value)) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      throw invalid(prefix + name, "a string");
    }
    return Optional.of(value.textValue());
  }

  /// The whole number from 0 in this field, if there is one.
  public OptionalLong count(String name) {
    JsonNode value = field(name);
    if (isAbsent(value)) {
      return OptionalLong.empty();
    }
    if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
      throw invalid(prefix + name, "a whole number from 0");
    }
    return OptionalLong.of(value.longValue());
  }

  /// The boolean that must be in this field.
  public boolean flag(String name) {
    JsonNode value = field(name);
    if (!value.isBoolean()) {
      throw invalid(prefix + name, "a boolean");
    }
    return value.booleanValue();
  }

  /// The boolean in this field, if there is one.
  public Optional<Boolean> flagIfAny(String name) {
    return isAbsent(field(name)) ? Optional.empty() : Optional.of(flag(name));
  }

  /// The whole number in this field, if there is one.
  public Optional<Integer> wholeNumber(String name, int least, int most) {
    JsonNode value = field(name);
    if (isAbsent(value)) {
      return Optional.empty();
    }
    if (!value.isInt() || value.intValue() < least || value.intValue() > most) {
      throw invalid(prefix + name, "a whole number from " + least + " to " + most);
    }
    return Optional.of(value.intValue());
  }

  /// The room id that this value must be, under the name that clients know it by.
  public static RoomId roomId(JsonNode value) {
    return RoomId.parse(identifier("roomId", value))
        .orElseThrow(() ->
            refused(
                "roomId",
                RefusalCode.INVALID_ROOM_ID,
                "A room id is 1 to 64 letters, digits, - and _."));
  }

  /// The user id that this value must be, under the name that clients know it by.
  public static UserId userId(JsonNode value) {
    return UserId.parse(identifier("userId", value))
        .orElseThrow(() ->
            refused(
                "userId",
                RefusalCode.INVALID_USER_ID,
                "A user id is 1 to 128 characters without control characters."));
  }

  /// Whether a client left this out.
  public static boolean isAbsent(JsonNode value) {
    return value.isMissingNode() || value.isNull();
  }

  /// A refusal to throw for one field.
  public static RuntimeException refused(String path, RefusalCode code, String message) {
    return refused(Refusal.at(path, code, message));
  }

  /// A refusal to throw for a field of the wrong type.
  public static RuntimeException invalid(String path, String expected) {
    return refused(path, RefusalCode.INVALID_PAYLOAD, "The field must be " + expected + '.');
  }

  /// Stock clients make ids of `Date.now()` and the like, so a whole number stands for its digits.
  private static String identifier(String name, JsonNode value) {
    if (value.isTextual() || value.isIntegralNumber()) {
      return value.asText();
    }
    throw invalid(name, "a string");
  }

  private static RuntimeException refused(Refusal refusal) {
    return new RefusedPayloadException(refusal);
  }
}
