package app.focusly.room.standup;

import app.focusly.room.ledger.Recorded;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/// Members speak in turn, each for so long.
///
/// @param seq the event that began it
/// @param order ids of members, at least one
/// @param index of who speaks
/// @param startedAt when they began
/// @param endsAt when they have spoken long enough; nobody stops them
/// @param startedBy who leads it
record Round(
    long seq,
    List<String> order,
    int index,
    int seconds,
    long startedAt,
    long endsAt,
    String startedBy) {
  Round {
    order = List.copyOf(order);
  }

  static Round started(Recorded recorded) {
    ObjectNode body = recorded.body();
    return new Round(
        recorded.seq(),
        order(body),
        0,
        body.path("seconds").intValue(),
        body.path("startedAt").longValue(),
        body.path("endsAt").longValue(),
        recorded.event().actor());
  }

  static Round of(JsonNode json) {
    return new Round(
        json.path("seq").longValue(),
        order(json),
        json.path("index").intValue(),
        json.path("seconds").intValue(),
        json.path("startedAt").longValue(),
        json.path("endsAt").longValue(),
        json.path("startedBy").asText());
  }

  Round moved(ObjectNode body) {
    return new Round(
        seq,
        order,
        body.path("index").intValue(),
        seconds,
        body.path("startedAt").longValue(),
        body.path("endsAt").longValue(),
        startedBy);
  }

  Round startedBy(String other) {
    return new Round(seq, order, index, seconds, startedAt, endsAt, other);
  }

  String speaker() {
    return order.get(index);
  }

  /// The next one's index, of those who are there.
  OptionalInt next(Set<String> present) {
    return IntStream.range(index + 1, order.size())
        .filter(i -> present.contains(order.get(i)))
        .findFirst();
  }

  ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("seq", seq);
    order.forEach(json.putArray("order")::add);
    return json.put("index", index)
        .put("seconds", seconds)
        .put("startedAt", startedAt)
        .put("endsAt", endsAt)
        .put("startedBy", startedBy);
  }

  private static List<String> order(JsonNode json) {
    return json.path("order").valueStream().map(JsonNode::asText).toList();
  }
}
