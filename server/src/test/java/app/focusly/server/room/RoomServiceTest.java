package app.focusly.server.room;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.Command;
import app.focusly.room.ConnectionId;
import app.focusly.room.Effect;
import app.focusly.room.FeatureLimits;
import app.focusly.room.LeaveReason;
import app.focusly.room.MemberId;
import app.focusly.room.RefusalCode;
import app.focusly.room.RoomFeatures;
import app.focusly.room.RoomHost;
import app.focusly.room.RoomId;
import app.focusly.room.RoomLimits;
import app.focusly.room.RoomService;
import app.focusly.room.UserId;
import app.focusly.room.access.AccessLimits;
import app.focusly.room.journal.Journal;
import app.focusly.room.ledger.Answer;
import app.focusly.room.ledger.LedgerLimits;
import app.focusly.room.ledger.Recorded;
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
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A whole room on a journal in memory, in a time that the tests make.
class RoomServiceTest {
  private static final RoomId ROOM = new RoomId("abc-defg-hij");
  private static final RoomFeatures FEATURES = new RoomFeatures(FeatureLimits.DEFAULT);

  private Instant now = Instant.parse("2026-01-01T09:00:00Z");
  private final HeldJournal journal = new HeldJournal(new MemoryJournal("epoch"));
  private final List<Recorded> happened = new ArrayList<>();
  private final List<String> troubles = new ArrayList<>();
  private @Nullable Instant wakesAt;
  private Instant aliveBefore = Instant.EPOCH;
  private RoomService room = start(journal);

  /// Another process on the same journal.
  private RoomService start(Journal on) {
    happened.clear();
    wakesAt = null;
    return new RoomService(
        ROOM,
        RoomLimits.DEFAULT,
        AccessLimits.DEFAULT,
        FEATURES.table(),
        FEATURES.ownTable(),
        LedgerLimits.DEFAULT,
        on,
        new Host());
  }

  private final class Host implements RoomHost {
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
      return aliveBefore;
    }

    @Override
    public void wakeAt(Instant time) {
      wakesAt = time;
    }

    @Override
    public void effect(Effect effect) {
      happened.addAll(((Effect.Happened) effect).events());
    }

    @Override
    public void trouble(String report) {
      troubles.add(report);
    }

    @Override
    public void failed(RuntimeException failure) {
      throw failure;
    }
  }

  private void pass(Duration time) {
    Instant then = now.plus(time);
    while (wakesAt != null && !wakesAt.isAfter(then)) {
      now = wakesAt.isAfter(now) ? wakesAt : now;
      wakesAt = null;
      room.wake();
    }
    now = then;
  }

  private List<Effect> join(String member, JoinRequest.@Nullable Known known) {
    var request =
        new JoinRequest(
            ROOM,
            new UserId(member),
            JoinRequest.PROTOCOL,
            null,
            null,
            MediaState.OFF,
            Status.AVAILABLE,
            known);
    return handle(
        new Command.Join(
            connection(member), new MemberIdentity(new MemberId(member), Role.MEMBER), request));
  }

  private List<Effect> joinPlain(String name) {
    var request =
        new JoinRequest(
            ROOM,
            new UserId(name),
            JoinRequest.PLAIN_PROTOCOL,
            null,
            null,
            MediaState.PLAIN,
            Status.AVAILABLE,
            null);
    return handle(
        new Command.Join(connection(name), MemberIdentity.guest(connection(name)), request));
  }

  private List<Effect> handle(Command command) {
    var effects = new ArrayList<Effect>();
    room.handle(command, effects::add);
    return effects;
  }

  private List<Effect> drop(String member) {
    return handle(new Command.Leave(connection(member), LeaveReason.DROPPED));
  }

  private static ConnectionId connection(String member) {
    return new ConnectionId("connection-of-" + member);
  }

  private List<String> types() {
    return happened.stream()
        .map(recorded -> recorded.type() + ' ' + recorded.event().actor())
        .toList();
  }

  private static Answer lasting(List<Effect> effects) {
    return ((Effect.Entered) effects.getFirst()).lasting();
  }

  @Test
  void whoComesAndGoesIsWrittenDownAndPublishedOnce() {
    assertThat(lasting(join("ann", null))).isInstanceOf(Answer.State.class);
    join("bea", null);
    drop("bea");

    assertThat(types())
        .containsExactly(
            "session-started ann", "member-joined ann", "member-joined bea", "member-left bea");
    assertThat(happened).extracting(Recorded::seq).containsExactly(1L, 2L, 3L, 4L);
  }

  @Test
  void plainClientsAloneLeaveNoTrace() {
    joinPlain("p");
    joinPlain("q");
    drop("p");
    assertThat(happened).isEmpty();
    assertThat(room.isIdle()).isFalse();
    drop("q");
    assertThat(room.isIdle()).isTrue();

    joinPlain("p");
    join("ann", null);
    assertThat(types()).contains("member-joined connection-of-p", "member-joined ann");
  }

  @Test
  void whatIsSentBehindAJoinKeepsItsPlace() {
    journal.hold();
    List<Effect> joined = join("ann", null);
    var media = new Command.SetMedia(connection("ann"), new MediaState(true, false, false, false));
    List<Effect> answered = handle(media);
    List<Effect> left = drop("ann");
    assertThat(joined).isEmpty();
    assertThat(answered).isEmpty();
    assertThat(room.isIdle()).isFalse();

    journal.release();
    assertThat(joined.getFirst()).isInstanceOf(Effect.Entered.class);
    assertThat(answered).startsWith(new Effect.Accepted(connection("ann")));
    assertThat(left.getFirst()).isInstanceOf(Effect.Left.class);
    assertThat(room.memberCount()).isZero();
  }

  @Test
  void whoKnowsAllButTheLastGetsThat() {
    join("ann", null);
    join("bea", null);
    drop("bea");
    long left = happened.getLast().seq();

    Answer missed = lasting(join("bea", new JoinRequest.Known("epoch", left - 1)));
    assertThat(missed).isInstanceOf(Answer.Missed.class);
    assertThat(((Answer.Missed) missed).events()).extracting(Recorded::seq).containsExactly(left);
    assertThat(((Answer.Missed) missed).seq()).isEqualTo(left);
    drop("bea");
    assertThat(lasting(join("bea", new JoinRequest.Known("another", left - 1))))
        .isInstanceOf(Answer.State.class);
  }

  @Test
  void aGapIsFilledOnlyForThoseWhoAreHere() {
    join("ann", null);
    join("bea", null);

    List<Effect> effects = handle(new Command.CatchUp(connection("ann"), 1));
    var missed = (Answer.Missed) ((Effect.CaughtUp) effects.getFirst()).lasting();
    assertThat(missed.events()).extracting(Recorded::seq).containsExactly(2L, 3L);
    List<Effect> stranger = handle(new Command.CatchUp(connection("cem"), 1));
    assertThat(((Effect.Refused) stranger.getFirst()).refusal().code())
        .isEqualTo(RefusalCode.NOT_JOINED);
  }

  @Test
  void whoComesBackAfterARestartWasNeverAway() {
    join("ann", null);
    join("bea", null);
    pass(Duration.ofMinutes(20));
    aliveBefore = now;
    pass(Duration.ofMinutes(1));

    room = start(journal);
    join("ann", null);
    pass(Duration.ofMinutes(1));
    assertThat(happened).isEmpty();
    pass(Duration.ofMinutes(2));
    assertThat(types()).containsExactly("member-left bea");
    assertThat(happened.getFirst().body().path("leftAt").longValue())
        .isEqualTo(aliveBefore.toEpochMilli());
    drop("ann");
    assertThat(happened.get(1).body().path("leftAt").longValue()).isEqualTo(now.toEpochMilli());
  }

  @Test
  void afterALongOutageAllWereAwaySinceTheServerWasLastSeen() {
    join("ann", null);
    join("bea", null);
    pass(Duration.ofMinutes(20));
    aliveBefore = now;
    pass(Duration.ofHours(1));

    room = start(journal);
    join("ann", null);
    assertThat(types())
        .containsExactly(
            "member-left system",
            "member-left system",
            "session-ended system",
            "session-started ann",
            "member-joined ann");
    assertThat(happened.subList(0, 2))
        .allMatch(event -> event.body().path("leftAt").longValue() == aliveBefore.toEpochMilli());
    assertThat(happened.get(2).body().path("endedAt").longValue())
        .isEqualTo(aliveBefore.toEpochMilli());
  }

  @Test
  void whoCameAfterTheServerWasLastSeenWasThereAtLeastThen() {
    aliveBefore = now.minus(Duration.ofDays(1));
    join("ann", null);
    Instant came = now;
    pass(Duration.ofHours(1));

    room = start(journal);
    var read = new boolean[1];
    room.tend(() -> read[0] = true);
    assertThat(read[0]).isTrue();
    assertThat(types()).containsExactly("member-left system", "session-ended system");
    assertThat(happened.getFirst().body().path("leftAt").longValue())
        .isEqualTo(came.toEpochMilli());
    assertThat(room.isIdle()).isTrue();
  }

  @Test
  void withoutAJournalNobodyCanComeAndTheRoomGoesOnWhenItIsBack() {
    var broken = new boolean[] {true};
    room = start(new FailingJournal(journal, call -> broken[0] ? Fault.BEFORE_WRITE : Fault.NONE));

    assertThat(((Effect.Refused) join("ann", null).getFirst()).refusal().code())
        .isEqualTo(RefusalCode.STORAGE_UNAVAILABLE);
    assertThat(room.memberCount()).isZero();
    broken[0] = false;
    pass(Duration.ofSeconds(2));
    assertThat(lasting(join("ann", null))).isInstanceOf(Answer.State.class);
    assertThat(troubles).isNotEmpty();
  }

  /// Whichever call fails, and even when it was written all the same: the call goes on, and in the
  /// end it is written down who was there.
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void aJournalThatFailsDoesNotEndACall(int failing) {
    for (Fault fault : List.of(Fault.BEFORE_WRITE, Fault.AFTER_WRITE, Fault.BUSY, Fault.THROWN)) {
      var memory = new MemoryJournal("epoch");
      room = start(new FailingJournal(memory, call -> call == failing ? fault : Fault.NONE));
      join("ann", null);
      pass(Duration.ofSeconds(2));
      if (room.memberCount() == 0) { // the first read failed
        join("ann", null);
      }
      List<Effect> effects = join("bea", null);
      pass(Duration.ofSeconds(2));
      assertThat(effects).anyMatch(Effect.UserConnected.class::isInstance);
      drop("bea");
      pass(Duration.ofSeconds(2));
      join("cem", null);
      pass(Duration.ofSeconds(2));
      assertThat(types())
          .containsSubsequence("member-joined ann", "member-joined cem")
          .doesNotHaveDuplicates();
      assertThat(happened)
          .extracting(Recorded::seq)
          .isEqualTo(LongStream.rangeClosed(1, happened.size()).boxed().toList());
    }
  }
}
