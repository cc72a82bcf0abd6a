package app.focusly.server.room;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.Command;
import app.focusly.room.ConnectionId;
import app.focusly.room.Effect;
import app.focusly.room.LeaveReason;
import app.focusly.room.MemberId;
import app.focusly.room.RoomHost;
import app.focusly.room.RoomId;
import app.focusly.room.RoomLimits;
import app.focusly.room.RoomService;
import app.focusly.room.UserId;
import app.focusly.room.access.Access;
import app.focusly.room.access.AccessCommand;
import app.focusly.room.access.AccessLimits;
import app.focusly.room.access.Template;
import app.focusly.room.chat.Chat;
import app.focusly.room.chat.ChatCommand;
import app.focusly.room.chat.ChatLimits;
import app.focusly.room.history.Attendance;
import app.focusly.room.history.Erasure;
import app.focusly.room.ledger.FeatureTable;
import app.focusly.room.ledger.LedgerLimits;
import app.focusly.room.media.MediaState;
import app.focusly.room.member.JoinRequest;
import app.focusly.room.member.MemberIdentity;
import app.focusly.room.member.Role;
import app.focusly.room.presence.Status;
import app.focusly.testkit.FailingJournal;
import app.focusly.testkit.FailingJournal.Fault;
import app.focusly.testkit.MemoryJournal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// Whatever fails in a room, everyone who waits is answered, once. What a connection sent behind a
/// join that failed used to wait for ever.
class MishapTest {
  private static final RoomId ROOM = new RoomId("abc-defg-hij");

  /// A room in which one step fails, of a feature, of the journal, of the host or of a receiver.
  private static final class Scene implements RoomHost {
    private final Mishaps mishaps;
    private final HeldJournal journal;
    private final RoomService room;
    private final Map<String, Integer> answers = new LinkedHashMap<>();
    private final List<String> failures = new ArrayList<>();
    private Instant now = Instant.parse("2026-01-01T09:00:00Z");

    Scene(int failing) {
      mishaps = new Mishaps(failing + 1); // the table makes a first, which is asked nothing
      journal =
          new HeldJournal(new FailingJournal(new MemoryJournal("epoch"), _ -> stepOfTheJournal()));
      var table =
          new FeatureTable(
              List.of(
                  () -> new Access(AccessLimits.DEFAULT),
                  Attendance::new,
                  () -> new Chat(ChatLimits.DEFAULT),
                  () -> new Clumsy(mishaps),
                  () -> new Erasure(List.of(Attendance.OVERWRITING, Chat.OVERWRITING))));
      room =
          new RoomService(
              ROOM,
              RoomLimits.DEFAULT,
              AccessLimits.DEFAULT,
              table,
              new FeatureTable(List.of()),
              LedgerLimits.DEFAULT,
              journal,
              this);
      mishaps.step();
    }

    private Fault stepOfTheJournal() {
      try {
        mishaps.step();
        return Fault.NONE;
      } catch (IllegalStateException told) {
        return Fault.THROWN;
      }
    }

    void play() {
      var made = new AccessCommand.Create(Template.STUDY_GROUP, null, new MemberId("ann"));
      room.create(made, waiter("create"));
      journal.hold();
      send("join", join("ann", Role.MEMBER));
      sendAll("behind the join", "ann");
      send("join with the key", join("bea", Role.OWNER));
      sendAll("behind the claim", "bea");
      room.look(waiter("look"));
      journal.release();
      pass();
      send("join again", join("ann", Role.MEMBER));
      sendAll("later", "ann");
      var mute = new AccessCommand.Mute(new MemberId("bea"), true);
      send("mute", new Command.Change(connection("ann"), null, mute));
      var ban = new AccessCommand.Ban(new MemberId("bea"), null);
      send("ban", new Command.Change(connection("ann"), null, ban));
      room.tend(() -> waiter("tend").accept(room));
      pass();
      room.forget(new MemberId("bea"), waiter("forget"));
      send("leave", new Command.Leave(connection("ann"), LeaveReason.LEFT));
      pass();
      room.tend(() -> waiter("tend again").accept(room));
    }

    private void sendAll(String when, String member) {
      ConnectionId connection = connection(member);
      var media = new MediaState(true, false, false, true);
      send(when + " media " + member, new Command.SetMedia(connection, media));
      var text = new ChatCommand.Send("hello", 0, List.of(), null);
      send(when + " chat " + member, new Command.Change(connection, null, text));
      send(when + " catch-up " + member, new Command.CatchUp(connection, 0));
      send(when + " read " + member, new Command.ReadChat(connection, 1));
      var history = new ChatCommand.History(100, 10, null);
      send(when + " history " + member, new Command.Change(connection, null, history));
    }

    private static Command join(String member, Role role) {
      return join(member, role, ROOM);
    }

    private static Command join(String member, Role role, RoomId roomId) {
      var request =
          new JoinRequest(
              roomId,
              new UserId(member),
              JoinRequest.PROTOCOL,
              null,
              null,
              MediaState.OFF,
              Status.AVAILABLE,
              null);
      var identity = new MemberIdentity(new MemberId(member), role);
      return new Command.Join(connection(member), identity, request);
    }

    private static ConnectionId connection(String member) {
      return new ConnectionId("connection-of-" + member);
    }

    private void send(String what, Command command) {
      answers.put(what, 0);
      room.handle(
          command,
          effect -> {
            if (isAnswer(effect)) {
              answers.merge(what, 1, Integer::sum);
            }
            mishaps.step();
          });
    }

    private <T> Consumer<T> waiter(String what) {
      answers.putIfAbsent(what, 0);
      return _ -> {
        answers.merge(what, 1, Integer::sum);
        mishaps.step();
      };
    }

    private static boolean isAnswer(Effect effect) {
      return switch (effect) {
        case Effect.Entered _,
            Effect.Accepted _,
            Effect.Changed _,
            Effect.Shown _,
            Effect.CaughtUp _,
            Effect.Refused _ ->
            true;
        case Effect.Left left -> left.reason() == LeaveReason.LEFT;
        default -> false;
      };
    }

    private void pass() {
      for (int second = 0; second < 5; second++) {
        now = now.plus(Duration.ofSeconds(1));
        room.wake();
      }
    }

    @Override
    public void run(Runnable task) {
      task.run();
    }

    @Override
    public Instant now() {
      return now;
    }

    @Override
    public Instant aliveBefore() {
      return Instant.EPOCH;
    }

    @Override
    public void wakeAt(Instant time) {
      mishaps.step();
    }

    @Override
    public void effect(Effect effect) {
      mishaps.step();
    }

    @Override
    public void trouble(String report) {}

    @Override
    public void failed(RuntimeException failure) {
      failures.add(String.valueOf(failure.getMessage()));
    }
  }

  @Test
  void everyoneIsAnsweredOnceWhateverFails() {
    int failing = 0;
    Scene scene;
    do {
      failing++;
      scene = new Scene(failing);
      scene.play();
      assertThat(scene.answers)
          .as("when step %s fails", failing)
          .allSatisfy((_, count) -> assertThat(count).isEqualTo(1));
      assertThat(Set.copyOf(scene.failures)).isSubsetOf("as the test says");
    } while (scene.mishaps.happened());
    assertThat(failing).isGreaterThan(100);
  }

  @Test
  void whatWaitsBehindAJoinThatFailsIsAnswered() {
    var scene = new Scene(Integer.MAX_VALUE - 1);
    scene.journal.hold();
    var elsewhere = new RoomId("another-room");
    scene.send("join", Scene.join("ann", Role.MEMBER, elsewhere)); // a fault of the server's
    scene.sendAll("behind the join", "ann");
    scene.send("second join", Scene.join("ann", Role.MEMBER, ROOM));
    scene.sendAll("behind the second join", "ann");
    scene.journal.release();

    assertThat(scene.answers).allSatisfy((_, count) -> assertThat(count).isEqualTo(1));
    assertThat(scene.failures).containsExactly("a join of another room");
    assertThat(scene.room.memberCount()).isEqualTo(1);
  }
}
