package app.focusly.room.access;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.ConnectionId;
import app.focusly.room.MemberId;
import app.focusly.room.Refusal;
import app.focusly.room.RefusalCode;
import app.focusly.room.member.MemberName;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DoorTest {
  private static final Instant NOW = Instant.parse("2026-01-01T09:00:00Z");
  private static final MemberId ANN = new MemberId("ann");
  private static final MemberId BEN = new MemberId("ben");
  private static final MemberId CLEO = new MemberId("cleo");

  private final Door door = new Door(2, 2);

  @Test
  void whoWaitsIsToldOfOnce() {
    assertThat(knock("a1", ANN, "Ann")).contains(waiting(ANN, "Ann"));
    assertThat(knock("a1", ANN, "Ann")).isEmpty();
    assertThat(knock("a2", ANN, null)).isEmpty();
    assertThat(knock("a2", ANN, "Anna")).contains(waiting(ANN, "Anna"));
    assertThat(door.waiting()).containsExactly(waiting(ANN, "Anna"));
  }

  @Test
  void theLastConnectionToGoTakesTheMemberAlong() {
    knock("a1", ANN, null);
    knock("a2", ANN, null);

    assertThat(door.leave(connection("a1"))).isEmpty();
    assertThat(door.leave(connection("b1"))).isEmpty();
    assertThat(door.leave(connection("a2"))).contains(ANN);
    assertThat(door.isEmpty()).isTrue();
  }

  @Test
  void whoIsLetInWaitsNoMore() {
    knock("a1", ANN, null);
    knock("a2", ANN, null);

    assertThat(door.clear(ANN)).containsExactly(connection("a1"), connection("a2"));
    assertThat(door.clear(ANN)).isEmpty();
    assertThat(door.find(ANN)).isEmpty();
  }

  @Test
  void asManyWaitAsTheLimitsSay() {
    knock("a1", ANN, null);
    knock("b1", BEN, null);
    assertThat(codeFor("c1", CLEO)).contains(RefusalCode.TOO_MANY_WAITING);
    assertThat(codeFor("a2", ANN)).isEmpty();

    knock("a2", ANN, null);
    assertThat(codeFor("a3", ANN)).contains(RefusalCode.TOO_MANY_WAITING);
    assertThat(codeFor("a2", ANN)).isEmpty();
  }

  private Optional<RefusalCode> codeFor(String connection, MemberId member) {
    return door.obstacle(connection(connection), member).map(Refusal::code);
  }

  private Optional<Waiting> knock(String connection, MemberId member, @Nullable String name) {
    return door.knock(
        connection(connection), member, name == null ? null : new MemberName(name), NOW);
  }

  private static Waiting waiting(MemberId member, String name) {
    return new Waiting(member, new MemberName(name), NOW);
  }

  private static ConnectionId connection(String id) {
    return new ConnectionId(id);
  }
}
