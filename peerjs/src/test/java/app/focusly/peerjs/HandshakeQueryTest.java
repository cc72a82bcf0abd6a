package app.focusly.peerjs;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.testkit.Golden;
import app.focusly.testkit.Golden.Example;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HandshakeQueryTest {

  @ParameterizedTest
  @MethodSource("handshakes")
  void isReadAsTheGoldenFileSays(Example example) {
    assertThat(Handshake.ofQuery(example.text("query")))
        .isEqualTo(new Handshake(example.text("id"), example.text("token"), example.text("key")));
  }

  @ParameterizedTest
  @MethodSource("handshakes")
  void isJudgedAsTheGoldenFileSays(Example example) {
    Stage stage = new Stage();
    stage.join("holder");

    assertThat(
            stage.broker.connect(
                Handshake.ofQuery(example.text("query")),
                new RecordingConnection(),
                stage.nowMillis))
        .isEqualTo(Admission.valueOf(example.text("admission")));
  }

  static Stream<Example> handshakes() {
    return Golden.examples("peerjs/handshakes.json");
  }

  @Test
  void doesNotPrintItsToken() {
    assertThat(new Handshake("alice", "secret", "peerjs").toString())
        .contains("alice")
        .doesNotContain("secret");
  }
}
