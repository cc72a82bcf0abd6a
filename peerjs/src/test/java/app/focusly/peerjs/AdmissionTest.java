package app.focusly.peerjs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdmissionTest {

  private final RecordingConnection socket = new RecordingConnection();

  @Test
  void opensWithIdTokenAndKey() {
    Stage stage = new Stage();

    assertThat(connect(stage, "alice", "secret", "peerjs")).isEqualTo(Admission.OPENED);
    assertThat(socket.frames()).containsExactly("{\"type\":\"OPEN\"}");
    assertThat(socket.isClosed()).isFalse();
    assertThat(stage.broker.isConnected("alice")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"'',secret,peerjs", "alice,'',peerjs", "alice,secret,''", "'','',''"})
  void refusesIncompleteHandshake(String id, String token, String key) {
    assertThat(connect(new Stage(), id, token, key)).isEqualTo(Admission.INCOMPLETE);
    assertRefused("ERROR", "No id, token, or key supplied to websocket server");
  }

  @Test
  void refusesWrongKey() {
    assertThat(connect(new Stage(), "alice", "secret", "other")).isEqualTo(Admission.WRONG_KEY);
    assertRefused("ERROR", "Invalid key provided");
  }

  @Test
  void takesConfiguredKeyOnly() {
    Stage stage = new Stage(new OptionsBuilder().key("other"));

    assertThat(connect(stage, "alice", "secret", "peerjs")).isEqualTo(Admission.WRONG_KEY);
    assertThat(connect(stage, "alice", "secret", "other")).isEqualTo(Admission.OPENED);
  }

  @Test
  void refusesIdHeldWithAnotherToken() {
    Stage stage = new Stage();
    RecordingConnection holder = stage.join("alice", "secret");

    assertThat(connect(stage, "alice", "guess", "peerjs")).isEqualTo(Admission.ID_TAKEN);
    assertRefused("ID-TAKEN", "ID is taken");
    assertThat(holder.isClosed()).isFalse();
  }

  @Test
  void refusesOneMoreThanTheLimit() {
    Stage stage = new Stage(new OptionsBuilder().concurrentLimit(2));
    stage.join("alice");
    stage.join("bob");

    assertThat(connect(stage, "carol", "secret", "peerjs")).isEqualTo(Admission.FULL);
    assertRefused("ERROR", "Server has reached its concurrent user limit");
  }

  @Test
  void checksTheIdBeforeTheLimit() {
    Stage stage = new Stage(new OptionsBuilder().concurrentLimit(1));
    stage.join("alice", "secret");

    assertThat(connect(stage, "alice", "guess", "peerjs")).isEqualTo(Admission.ID_TAKEN);
    assertThat(stage.connect("alice", "secret", new RecordingConnection()))
        .isEqualTo(Admission.RESUMED);
  }

  @Test
  void checksTheKeyBeforeTheId() {
    Stage stage = new Stage();
    stage.join("alice", "secret");

    assertThat(connect(stage, "alice", "guess", "other")).isEqualTo(Admission.WRONG_KEY);
  }

  @Test
  void admitsAgainWhenThereIsRoom() {
    Stage stage = new Stage(new OptionsBuilder().concurrentLimit(1));
    stage.broker.disconnected(stage.join("alice"));

    assertThat(connect(stage, "bob", "secret", "peerjs")).isEqualTo(Admission.OPENED);
  }

  @Test
  void idMayBeAsLongAsItsLimit() {
    Stage stage = new Stage(new OptionsBuilder().maxIdLength(5));

    assertThat(connect(stage, "alice", "secret", "peerjs")).isEqualTo(Admission.OPENED);
    RecordingConnection tooLong = new RecordingConnection();
    assertThat(stage.connect("alicia", "secret", tooLong)).isEqualTo(Admission.TOO_LONG);
    assertThat(tooLong.frames())
        .containsExactly(
            "{\"type\":\"ERROR\",\"payload\":{\"msg\":\"The id or token supplied is too long\"}}");
    assertThat(tooLong.isClosed()).isTrue();
  }

  @Test
  void tokenMayBeAsLongAsItsLimit() {
    Stage stage = new Stage(new OptionsBuilder().maxTokenLength(5));

    assertThat(connect(stage, "alice", "12345", "peerjs")).isEqualTo(Admission.OPENED);
    assertThat(stage.connect("bob", "123456", new RecordingConnection()))
        .isEqualTo(Admission.TOO_LONG);
  }

  @Test
  void anyStringIsAnId() {
    Stage stage = new Stage();
    RecordingConnection odd = stage.join("\"}\u0000\n日本 \uD83D\uDE00\\");
    RecordingConnection bob = stage.join("bob");

    stage.send(odd, "OFFER", "bob");

    assertThat(bob.frames())
        .containsExactly(
            "{\"type\":\"OFFER\",\"dst\":\"bob\","
                + "\"src\":\"\\\"}\\u0000\\u000a日本 \uD83D\uDE00\\\\\"}");
  }

  @Test
  void idIsFreeOnceItsSocketHasClosed() {
    Stage stage = new Stage();
    stage.broker.disconnected(stage.join("alice", "secret"));

    assertThat(stage.broker.isConnected("alice")).isFalse();
    assertThat(connect(stage, "alice", "another", "peerjs")).isEqualTo(Admission.OPENED);
  }

  @Test
  void forgetsSocketThatCannotTakeOpen() {
    Stage stage = new Stage();
    socket.takeOnly(0);

    connect(stage, "alice", "secret", "peerjs");

    assertThat(socket.isClosed()).isTrue();
    assertThat(stage.broker.isConnected("alice")).isFalse();
  }

  @Test
  void refusedSocketIsNobody() {
    Stage stage = new Stage();
    connect(stage, "alice", "secret", "other");

    assertThat(stage.send(socket, "OFFER", "bob")).isEqualTo(Outcome.UNREGISTERED);
    stage.broker.disconnected(socket);
    assertThat(stage.broker.nextDeadlineMillis()).isEmpty();
  }

  @Test
  void socketConnectsOnce() {
    Stage stage = new Stage();
    RecordingConnection alice = stage.join("alice");

    assertThatThrownBy(() -> stage.connect("bob", "secret", alice))
        .isInstanceOf(IllegalStateException.class);
    assertThat(stage.broker.connectedIds()).containsExactly("alice");
  }

  private Admission connect(Stage stage, String id, String token, String key) {
    return stage.broker.connect(new Handshake(id, token, key), socket, stage.nowMillis);
  }

  private void assertRefused(String type, String message) {
    assertThat(socket.frames())
        .containsExactly("{\"type\":\"" + type + "\",\"payload\":{\"msg\":\"" + message + "\"}}");
    assertThat(socket.isClosed()).isTrue();
  }
}
