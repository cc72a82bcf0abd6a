package app.focusly.peerjs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The sender is who its socket says, whatever the message says.
class SourceTest {

  private final Stage stage = new Stage();
  private final RecordingConnection alice = stage.join("alice");
  private final RecordingConnection bob = stage.join("bob");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "{T,D}                          | {T,D,S}",
        "{T,D }                         | {T,D ,S}",
        "{\"src\":\"eve\",T,D}          | {S,T,D}",
        "{T,\"src\" : \"e\\\"ve\" ,D}   | {T,\"src\" : \"alice\" ,D}",
        "{T,D,\"src\":\"\"}             | {T,D,S}",
        "{T,D,\"src\":12.5e3}           | {T,D,S}",
        "{T,D,\"src\":-1 }              | {T,D,S }",
        "{T,D,\"src\":null}             | {T,D,S}",
        "{T,D,\"src\":true,\"x\":1}     | {T,D,S,\"x\":1}",
        "{T,\"src\":{\"src\":[1,{}]},D} | {T,S,D}",
        "{T,\"src\":[],D}               | {T,S,D}",
        "{T,\"src\":\"a\",D,\"src\":2}  | {T,S,D,S}",
        "{T,\"\\u0073rc\":\"eve\",D}    | {T,\"\\u0073rc\":\"alice\",D}",
        "{T,D,\"p\":{\"src\":\"eve\"}}  | {T,D,\"p\":{\"src\":\"eve\"},S}",
      })
  void isSetInPlaceOrAtTheEnd(String sent, String received) {
    assertThat(stage.receive(alice, written(sent))).isEqualTo(Outcome.RELAYED);
    assertThat(bob.frames()).containsExactly(written(received));
  }

  @Test
  void surroundingsAreLeftOut() {
    stage.receive(alice, " \r\n\t" + Stage.message("OFFER", "bob") + "\n ");

    assertThat(bob.frames()).containsExactly(Stage.arriving("OFFER", "alice", "bob"));
  }

  @Test
  void isFoundInLongMessages() {
    String filler = "\"filler\":\"" + "日\\r\\n".repeat(10_000) + "\"";
    stage.receive(alice, written("  {" + filler + ",\"src\":\"eve\",T,D}"));
    stage.receive(alice, written("  {\"src\":\"eve\",T,D," + filler + "} "));

    assertThat(bob.frames())
        .containsExactly(written("{" + filler + ",S,T,D}"), written("{S,T,D," + filler + "}"));
  }

  /// Each `src` becomes the sender's id: of seven bytes it made up to eight hundred, and the time
  /// to read it grew with the square of their number.
  @Test
  void isThereAFewTimesAtMost() {
    String source = "\"src\":1,";

    assertThat(
            stage.receive(alice, written("{" + source.repeat(EnvelopeReader.MAX_SOURCES) + "T,D}")))
        .isEqualTo(Outcome.RELAYED);
    assertThat(
            stage.receive(
                alice, written("{" + source.repeat(EnvelopeReader.MAX_SOURCES + 1) + "T,D}")))
        .isEqualTo(Outcome.MALFORMED);
  }

  @Test
  void ofEqualNamesTheLastCounts() {
    assertThat(
            stage.receive(
                alice, "{\"type\":\"X\",\"dst\":\"eve\",\"type\":\"OFFER\",\"dst\":\"bob\"}"))
        .isEqualTo(Outcome.RELAYED);
    assertThat(bob.frames()).hasSize(1);
    assertThat(stage.receive(alice, "{\"type\":\"OFFER\",\"dst\":\"bob\",\"type\":7}"))
        .isEqualTo(Outcome.OTHER_TYPE);
    assertThat(stage.receive(alice, "{\"type\":\"OFFER\",\"dst\":\"bob\",\"dst\":7}"))
        .isEqualTo(Outcome.NO_DESTINATION);
  }

  private static String written(String pattern) {
    return pattern
        .replace("T", "\"type\":\"OFFER\"")
        .replace("D", "\"dst\":\"bob\"")
        .replace("S", "\"src\":\"alice\"");
  }
}
