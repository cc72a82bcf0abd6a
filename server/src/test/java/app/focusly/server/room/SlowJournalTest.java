package app.focusly.server.room;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.Command;
import app.focusly.room.Effect;
import app.focusly.room.RefusalCode;
import app.focusly.room.UserId;
import app.focusly.room.ledger.Answer;
import app.focusly.room.ledger.LedgerLimits;
import app.focusly.room.ledger.Recorded;
import app.focusly.room.media.MediaState;
import app.focusly.room.media.ReceiveVideo;
import app.focusly.room.presence.Status;
import app.focusly.room.presence.Typing;
import app.focusly.testkit.MemoryJournal;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A journal that takes ten seconds: what leaves no trace goes on, what lasts waits in its order,
/// and no more waits than is stated.
class SlowJournalTest {
  private static final Duration SLOW = Duration.ofSeconds(10);

  private final HeldJournal journal = new HeldJournal(new MemoryJournal("epoch"));
  private final RoomBench bench = new RoomBench(journal);
  private final List<List<Effect>> joins = new ArrayList<>();

  @BeforeEach
  void twoAreHereWhenTheJournalSlowsDown() {
    joins.add(bench.join("ann"));
    joins.add(bench.join("bea"));
    journal.hold();
  }

  @Test
  void whatLeavesNoTraceGoesOn() {
    bench.say("ann", "slow");
    for (int second = 0; second < SLOW.toSeconds(); second++) {
      bench.pass(Duration.ofSeconds(1));
      var media = new MediaState(second % 2 == 0, false, false, false);
      assertThat(bench.handle(new Command.SetMedia(RoomBench.connection("ann"), media)))
          .hasAtLeastOneElementOfType(Effect.Accepted.class)
          .hasAtLeastOneElementOfType(Effect.MemberUpdated.class);
      var typing = new Typing(Typing.Place.CHAT, null, second % 2 == 0);
      assertThat(bench.handle(new Command.Type(RoomBench.connection("bea"), typing)))
          .hasAtLeastOneElementOfType(Effect.Typed.class);
      var video = new ReceiveVideo(new UserId("bea"), second % 2 == 0);
      assertThat(bench.handle(new Command.AskVideo(RoomBench.connection("ann"), video)))
          .hasAtLeastOneElementOfType(Effect.VideoAsked.class);
      Status status = second % 2 == 0 ? Status.FOCUSING : Status.BREAK;
      assertThat(bench.handle(new Command.SetStatus(RoomBench.connection("bea"), status)))
          .hasAtLeastOneElementOfType(Effect.Accepted.class);
    }
    assertThat(bench.room().memberCount()).isEqualTo(2);
  }

  @Test
  void joinsWaitAndAreAnsweredInOrderAndAllKnowTheSame() {
    List<Effect> said = bench.say("ann", "before");
    for (String comer : List.of("cem", "dan", "eve")) {
      joins.add(bench.join(comer));
      bench.say("bea", "while " + comer + " waits");
      bench.pass(Duration.ofSeconds(3));
    }
    assertThat(joins.subList(2, 5)).allSatisfy(effects -> assertThat(effects).isEmpty());
    assertThat(said).isEmpty();

    journal.release();
    assertThat(said).hasOnlyElementsOfType(Effect.Changed.class);
    assertThat(bench.members()).containsExactly("ann", "bea", "cem", "dan", "eve");
    assertThat(bench.happened())
        .extracting(Recorded::seq)
        .isEqualTo(LongStream.rangeClosed(1, bench.happened().size()).boxed().toList());
    assertThat(joins)
        .allSatisfy(effects ->
            assertThat(replica((Effect.Entered) effects.getFirst()))
                .containsExactly(
                    "before", "while cem waits", "while dan waits", "while eve waits"));
    assertThat(bench.troubles()).isEmpty();
  }

  /// The chat of somebody who got this at their join and has heard all that happened since.
  private List<String> replica(Effect.Entered entered) {
    var state = (Answer.State) entered.lasting();
    var texts = new ArrayList<String>();
    for (JsonNode message : state.state().path("chat").path("messages")) {
      texts.add(message.path("text").asText());
    }
    bench.happened().stream()
        .filter(event -> event.seq() > state.seq() && event.type().equals("chat-sent"))
        .forEach(event -> texts.add(event.body().path("text").asText()));
    return texts;
  }

  @Test
  void noMoreWaitsThanIsStated() {
    var waiting = new ArrayList<List<Effect>>();
    List<Effect> last = bench.say("ann", "0");
    while (last.isEmpty()) {
      waiting.add(last);
      assertThat(waiting.size()).isLessThanOrEqualTo(LedgerLimits.DEFAULT.held());
      last = bench.say("ann", String.valueOf(waiting.size()));
    }
    assertThat(waiting).hasSize(LedgerLimits.DEFAULT.held() / 2); // an event and an answer each
    assertThat(((Effect.Refused) last.getFirst()).refusal().code())
        .isEqualTo(RefusalCode.STORAGE_BUSY);
    bench.pass(SLOW);
    assertThat(bench.room().memberCount()).isEqualTo(2);

    journal.release();
    assertThat(waiting)
        .allSatisfy(effects -> assertThat(effects).hasOnlyElementsOfType(Effect.Changed.class));
    assertThat(bench.say("ann", "after")).hasOnlyElementsOfType(Effect.Changed.class);
  }
}
