package app.focusly.room.chat;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.ledger.ChatRoom;
import app.focusly.room.member.Role;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/// Any commands of four members, in a room that has more messages than memory: what clients see is
/// what a naive list of messages says, also after a restart.
class ChatPropertyTest {
  private static final int BEFORE = Messages.WINDOW + 40;
  private static final ChatLimits LIMITS = new ChatLimits(100, 3, 4);
  private static final List<String> EMOJIS = List.of("👍", "🎉", "🦊");

  /// One step: a member, what they do, and to which message.
  record Step(int member, String what, int message) {}

  /// What a message should be.
  private static final class Expected {
    final String by;
    String text;
    boolean deleted;
    final Map<String, List<String>> reactions = new LinkedHashMap<>();

    Expected(String by, String text) {
      this.by = by;
      this.text = text;
    }

    String seen() {
      return by + ": " + (deleted ? "-" : text) + " " + reactions;
    }
  }

  private ChatRoom room = new ChatRoom(LIMITS);
  private final TreeMap<Long, Expected> model = new TreeMap<>();
  private long seq;

  @Property(tries = 60)
  void everybodySeesWhatWasWritten(@ForAll("steps") List<Step> steps) {
    room = new ChatRoom(LIMITS);
    model.clear();
    seq = 0;
    for (int i = 0; i < BEFORE; i++) {
      step(new Step(i % 4, "send", 0));
    }
    room.settle();
    room.restart();
    room.view();
    for (Step step : steps) {
      step(step);
      room.pass(Duration.ofMillis(step.message()));
    }

    var live = room.view();
    assertThat(seen(live.path("messages"))).isEqualTo(expected(Long.MAX_VALUE, 50));
    assertPages();
    room.restart();
    assertThat(room.view()).isEqualTo(live);
    assertPages();
    room.restartWithoutSnapshots();
    assertThat(room.view()).isEqualTo(live);
    assertPages();
    Statistics.label("old messages changed").collect(hasOldChange(steps));
  }

  private static boolean hasOldChange(List<Step> steps) {
    return steps.stream().anyMatch(step -> EMOJIS.contains(step.what()) && step.message() < 40);
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    var what =
        Arbitraries.frequencyOf(
            Tuple.of(3, Arbitraries.just("send")),
            Tuple.of(2, Arbitraries.just("edit")),
            Tuple.of(1, Arbitraries.just("delete")),
            Tuple.of(5, Arbitraries.of(EMOJIS)),
            Tuple.of(1, Arbitraries.just("settle")),
            Tuple.of(1, Arbitraries.just("restart")));
    return Combinators.combine(
            Arbitraries.integers().between(0, 3), what, Arbitraries.integers().between(0, BEFORE))
        .as(Step::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(60);
  }

  private void step(Step step) {
    String member = "m" + step.member();
    List<Long> ids = new ArrayList<>(model.keySet());
    long id = ids.isEmpty() ? 1 : ids.get(step.message() % ids.size());
    switch (step.what()) {
      case "send" -> {
        room.send(member, "n" + seq);
        model.put(++seq, new Expected(member, "n" + (seq - 1)));
      }
      case "edit" -> edit(member, id, "edit " + seq);
      case "delete" -> delete(member, step.member() == 0 ? Role.OWNER : Role.MEMBER, id);
      case "settle" -> room.settle();
      case "restart" -> room.restart();
      default -> react(member, id, step.what());
    }
    assertThat(room.events()).hasSize(Math.toIntExact(seq));
  }

  private void edit(String member, long id, String text) {
    room.edit(member, id, text);
    Expected message = Objects.requireNonNull(model.get(id));
    if (!message.deleted && message.by.equals(member)) {
      seq++;
      message.text = text;
    }
  }

  private void delete(String member, Role role, long id) {
    room.execute(member, role, new ChatCommand.Delete(id, null));
    Expected message = Objects.requireNonNull(model.get(id));
    if (!message.deleted && (message.by.equals(member) || role == Role.OWNER)) {
      seq++;
      message.deleted = true;
      message.reactions.clear();
    }
  }

  /// Puts a reaction on, or takes it off when it is there.
  private void react(String member, long id, String emoji) {
    Expected message = Objects.requireNonNull(model.get(id));
    var members = message.reactions.getOrDefault(emoji, List.of());
    boolean on = !members.contains(member);
    room.react(member, id, emoji, on);
    int total = message.reactions.values().stream().mapToInt(List::size).sum();
    if (message.deleted || (on && total == 4)) {
      return;
    }
    seq++;
    var after = new ArrayList<>(members);
    if (on) {
      after.add(member);
    } else {
      after.remove(member);
    }
    if (after.isEmpty()) {
      message.reactions.remove(emoji);
    } else {
      message.reactions.put(emoji, after);
    }
  }

  private void assertPages() {
    long before = Long.MAX_VALUE;
    boolean more = true;
    while (more) {
      var page = room.history(before, 70);
      assertThat(seen(page.path("messages"))).isEqualTo(expected(before, 70));
      before = page.path("messages").path(0).path("messageId").longValue();
      more = page.path("more").booleanValue();
      assertThat(more).isEqualTo(!model.headMap(before).isEmpty());
    }
  }

  private List<String> expected(long before, int limit) {
    var all = model.headMap(before).values().stream().map(Expected::seen).toList();
    return all.subList(Math.max(0, all.size() - limit), all.size());
  }

  private static List<String> seen(JsonNode messages) {
    return messages
        .valueStream()
        .map(message ->
            message.path("by").textValue()
                + ": "
                + (message.path("deleted").booleanValue() ? "-" : message.path("text").textValue())
                + " "
                + Reactions.of(message.path("reactions")).byEmoji())
        .toList();
  }
}
