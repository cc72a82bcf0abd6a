package app.focusly.server.note;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.MemberId;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What clients say of their carets.
class AwarenessUpdateTest {
  private static final MemberId ANN = new MemberId("ann");

  @Test
  void goesByTheNameThatTheServerKnows() {
    var update =
        read(
            bytes(
                1,
                7,
                3,
                "{\"user\":{\"name\":\"Queen\",\"color\":\"#12aBc9\",\"at\":1},\"at\":1}"));

    AwarenessUpdate told = read(update.by(ANN, "Ann").write());
    assertThat(told.client()).isEqualTo(7);
    assertThat(told.clock()).isEqualTo(3);
    assertThat(told.state())
        .hasToString(
            "{\"user\":{\"name\":\"Ann\",\"memberId\":\"ann\",\"color\":\"#12aBc9\"},\"cursor\":null}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'user':'Queen'}",
        "{'user':{'color':'red'}}",
        "{'user':{'color':'#12345'}}",
        "{'user':{'color':'#123456; top: 0'}}",
        "{'user':{'color':123456}}"
      })
  void hasAUserAlsoWhenTheClientNamedNone(String state) {
    assertThat(read(bytes(1, 7, 3, json(state))).by(ANN, "Ann").state())
        .hasToString(json("{'user':{'name':'Ann','memberId':'ann'},'cursor':null}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':{'client':5,'clock':3},'tname':null,'item':{'client':5,'clock':9},'assoc':0}",
        "{'type':null,'tname':'default','item':null,'assoc':-1}",
        "{'tname':'default'}",
        "{'item':{'client':9007199254740991,'clock':0}}"
      })
  void passesOnWhereACaretIs(String position) {
    String cursor = json("{'anchor':" + position + ",'head':" + position + "}");

    assertThat(cursor(cursor)).isEqualTo(cursor);
  }

  @Test
  void passesOnNothingElseOfACaret() {
    String more = "{'item':{'client':5,'clock':9,'more':[]},'more':{}}";

    assertThat(cursor(json("{'anchor':" + more + ",'head':" + more + ",'more':1}")))
        .isEqualTo(
            json(
                "{'anchor':{'item':{'client':5,'clock':9}},'head':{'item':{'client':5,'clock':9}}}"));
  }

  /// A caret that yjs does not understand broke the editor of everyone else in the note.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "7",
        "'here'",
        "[]",
        "{}",
        "{'type':null,'tname':null,'item':null}",
        "{'assoc':0}",
        "{'tname':''}",
        "{'tname':7}",
        "{'tname':{}}",
        "{'tname':'12345678901234567890123456789012345678901234567890123456789012345'}",
        "{'type':7,'tname':'default'}",
        "{'type':{}}",
        "{'type':{'client':5}}",
        "{'type':{'clock':5}}",
        "{'item':[]}",
        "{'item':{'client':5,'clock':-1}}",
        "{'item':{'client':5,'clock':1.5}}",
        "{'item':{'client':5,'clock':'1'}}",
        "{'item':{'client':5,'clock':null}}",
        "{'item':{'client':-5,'clock':1}}",
        "{'item':{'client':9007199254740992,'clock':1}}",
        "{'item':{'client':99999999999999999999,'clock':1}}",
        "{'tname':'default','assoc':0.5}",
        "{'tname':'default','assoc':'0'}"
      })
  void hasNoCaretThatDoesNotFit(String position) {
    String good = "{'tname':'default'}";

    assertThat(cursor(json("{'anchor':" + position + ",'head':" + good + "}"))).isEqualTo("null");
    assertThat(cursor(json("{'anchor':" + good + ",'head':" + position + "}"))).isEqualTo("null");
    assertThat(cursor(json("{'anchor':" + good + "}"))).isEqualTo("null");
    assertThat(cursor(json(position))).isEqualTo("null");
  }

  @Test
  void saysThatItsClientIsGone() {
    AwarenessUpdate gone = read(read(bytes(1, 7, 3, "{}")).gone().write());

    assertThat(gone.clock()).isEqualTo(4);
    assertThat(gone.state().isNull()).isTrue();
    assertThat(gone.by(ANN, "Ann").state().isNull()).isTrue();
  }

  @Test
  void isOfOneClientAndHasAState() {
    assertThat(AwarenessUpdate.read(bytes(2, 7, 3, "{}"))).isEmpty();
    assertThat(AwarenessUpdate.read(bytes(0, 7, 3, "{}"))).isEmpty();
    assertThat(AwarenessUpdate.read(bytes(1, 7, 3, "7"))).isEmpty();
    assertThat(AwarenessUpdate.read(bytes(1, 7, 3, "{"))).isEmpty();
    assertThat(AwarenessUpdate.read(bytes(1, 7, 3, ""))).isEmpty();
    assertThat(AwarenessUpdate.read(new byte[0])).isEmpty();
    assertThat(AwarenessUpdate.read(new byte[] {1, 7, 3, 9, '{', '}'})).isEmpty();
  }

  @Property(tries = 500)
  void whateverComesIsReadOrNot(@ForAll byte[] bytes) {
    AwarenessUpdate.read(bytes)
        .ifPresent(update -> assertThat(read(update.write())).isEqualTo(update));
  }

  /// The cursor that is passed on of a state with this one.
  private static String cursor(String cursor) {
    var state = "{\"user\":{\"name\":\"Ann\"},\"cursor\":" + cursor + "}";
    JsonNode told = read(bytes(1, 7, 3, state)).by(ANN, "Ann").state();
    assertThat(told.path("user").path("name").textValue()).isEqualTo("Ann");
    return told.path("cursor").toString();
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }

  private static AwarenessUpdate read(byte[] bytes) {
    Optional<AwarenessUpdate> update = AwarenessUpdate.read(bytes);
    return update.orElseThrow();
  }

  private static byte[] bytes(int count, int client, int clock, String state) {
    byte[] text = state.getBytes(StandardCharsets.UTF_8);
    var out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {(byte) count, (byte) client, (byte) clock});
    out.writeBytes(new byte[] {(byte) ((text.length & 0x7F) | 0x80), (byte) (text.length >> 7)});
    out.writeBytes(text);
    return out.toByteArray();
  }
}
