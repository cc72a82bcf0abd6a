package app.focusly.peerjs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

/// In PeerServer the id of a peer whose connection broke belonged to whoever came first.
class IdHoldTest {

  private static final int HOLD_MILLIS = 10_000;
  private static final int LIMIT = 3;

  private final Stage stage =
      new Stage(new OptionsBuilder().idHold(Duration.ofMillis(HOLD_MILLIS)).concurrentLimit(LIMIT));

  private void lose(String id) {
    stage.broker.lost(stage.join(id), stage.nowMillis);
  }

  private Admission comes(String id, String token) {
    return stage.connect(id, token, new RecordingConnection());
  }

  @Test
  void lostIdIsKeptFromOthers() {
    lose("alice");
    RecordingConnection mallory = new RecordingConnection();

    assertThat(stage.connect("alice", "guess", mallory)).isEqualTo(Admission.ID_TAKEN);

    assertThat(mallory.frames()).containsExactly(Frames.ID_TAKEN);
    assertThat(mallory.isClosed()).isTrue();
  }

  @Test
  void itsTokenBringsItBack() {
    lose("alice");
    assertThat(comes("alice", "token of alice")).isEqualTo(Admission.OPENED);
    assertThat(stage.broker.isConnected("alice")).isTrue();
  }

  @Test
  void holdEndsInTime() {
    lose("alice");
    stage.nowMillis += HOLD_MILLIS - 1;
    assertThat(comes("alice", "another")).isEqualTo(Admission.ID_TAKEN);
    stage.nowMillis += 1;
    assertThat(comes("alice", "another")).isEqualTo(Admission.OPENED);
  }

  @Test
  void silentPeersIdIsHeld() {
    stage.join("alice");
    assertThat(stage.tickAfter(60_000)).isEqualTo(new Sweep(1, 0));
    assertThat(comes("alice", "another")).isEqualTo(Admission.ID_TAKEN);
  }

  @Test
  void idOfASocketThatTakesNoMoreIsHeld() {
    stage.join("alice").takeOnly(0);
    assertThat(stage.send(stage.join("bob"), "OFFER", "alice")).isEqualTo(Outcome.DESTINATION_LOST);
    assertThat(comes("alice", "another")).isEqualTo(Admission.ID_TAKEN);
  }

  /// A page that is reloaded closes its socket, and comes back with another token.
  @Test
  void closedSocketFreesItsIdAtOnce() {
    stage.broker.disconnected(stage.join("alice"));
    assertThat(comes("alice", "another")).isEqualTo(Admission.OPENED);
  }

  @Test
  void idThatWasGivenBackIsFreeAtOnce() {
    RecordingConnection alice = stage.join("alice");
    assertThat(stage.receive(alice, "{\"type\":\"LEAVE\"}")).isEqualTo(Outcome.LEFT);
    stage.broker.lost(alice, stage.nowMillis);
    assertThat(comes("alice", "another")).isEqualTo(Admission.OPENED);
  }

  @Test
  void lateDeathOfAReplacedSocketHoldsNothing() {
    RecordingConnection old = stage.join("alice");
    RecordingConnection fresh = stage.join("alice");
    stage.broker.lost(old, stage.nowMillis);
    stage.broker.disconnected(fresh);
    assertThat(comes("alice", "another")).isEqualTo(Admission.OPENED);
  }

  @Test
  void messagesWaitForWhoComesBack() {
    lose("alice");
    RecordingConnection bob = stage.join("bob");
    assertThat(stage.send(bob, "OFFER", "alice")).isEqualTo(Outcome.QUEUED);
    comes("alice", "another");
    RecordingConnection alice = new RecordingConnection();
    stage.connect("alice", "token of alice", alice);
    assertThat(alice.frames()).containsExactly(Stage.OPEN, Stage.arriving("OFFER", "bob", "alice"));
  }

  @Test
  void noMoreAreHeldThanMayBeConnected() {
    for (String id : List.of("first", "second", "third", "fourth")) {
      lose(id);
    }
    assertThat(comes("second", "another")).isEqualTo(Admission.ID_TAKEN);
    assertThat(comes("fourth", "another")).isEqualTo(Admission.ID_TAKEN);
    assertThat(comes("first", "another"))
        .as("the oldest is free early")
        .isEqualTo(Admission.OPENED);
  }

  @Test
  void idThatIsLostAgainIsHeldAnew() {
    lose("first");
    lose("second");
    lose("third");
    lose("first");
    lose("fourth");
    assertThat(comes("first", "another")).isEqualTo(Admission.ID_TAKEN);
    assertThat(comes("second", "another")).isEqualTo(Admission.OPENED);
  }

  @Test
  void newIdsAreNoneThatAreHeld() {
    lose("alice");
    Iterator<String> ids = List.of("alice", "fresh").iterator();
    var http = new PeerHttp(stage.options, stage.broker, ids::next);
    assertThat(http.respond("GET", new PeerRoute.NewId("peerjs")).body()).isEqualTo("fresh");
  }

  @Test
  void nothingIsHeldUnlessAskedFor() {
    Stage usual = new Stage();
    usual.broker.lost(usual.join("alice"), usual.nowMillis);
    assertThat(usual.connect("alice", "another", new RecordingConnection()))
        .isEqualTo(Admission.OPENED);
  }
}
