package app.focusly.peerjs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AddressLimitTest {

  private static final String HOME = "192.0.2.7";

  private final Stage stage = new Stage(new OptionsBuilder().addressLimit(2));
  private final RecordingConnection first = new RecordingConnection(HOME);
  private final RecordingConnection second = new RecordingConnection(HOME);

  private Admission comes(String id, String address) {
    return stage.connect(id, "token of " + id, new RecordingConnection(address));
  }

  private void fill() {
    assertThat(stage.connect("first", "t", first)).isEqualTo(Admission.OPENED);
    assertThat(stage.connect("second", "t", second)).isEqualTo(Admission.OPENED);
  }

  @Test
  void oneMoreIsToldWhyAndClosed() {
    fill();
    RecordingConnection third = new RecordingConnection(HOME);

    assertThat(stage.connect("third", "t", third)).isEqualTo(Admission.ADDRESS_FULL);

    assertThat(third.frames())
        .containsExactly(Frames.error("Too many peers are connected from this address"));
    assertThat(third.isClosed()).isTrue();
    assertThat(comes("third", "192.0.2.8")).isEqualTo(Admission.OPENED);
  }

  @Test
  void whoGoesMakesRoom() {
    fill();
    stage.broker.disconnected(first);
    assertThat(comes("third", HOME)).isEqualTo(Admission.OPENED);
    assertThat(comes("fourth", HOME)).isEqualTo(Admission.ADDRESS_FULL);
  }

  @Test
  void whoComesBackNeedsNoOther() {
    fill();
    RecordingConnection again = new RecordingConnection(HOME);
    assertThat(stage.connect("first", "t", again)).isEqualTo(Admission.RESUMED);
    stage.broker.disconnected(first);
    assertThat(comes("third", HOME)).isEqualTo(Admission.ADDRESS_FULL);
    stage.broker.disconnected(again);
    assertThat(comes("third", HOME)).isEqualTo(Admission.OPENED);
  }

  /// Else giving ids back would be a way round the limit.
  @Test
  void whoGaveItsIdBackStillCounts() {
    fill();
    stage.receive(first, "{\"type\":\"LEAVE\"}");
    assertThat(comes("third", HOME)).isEqualTo(Admission.ADDRESS_FULL);
    stage.broker.disconnected(first);
    assertThat(comes("third", HOME)).isEqualTo(Admission.OPENED);
  }

  @Test
  void thereIsNoneUnlessAskedFor() {
    Stage usual = new Stage();
    for (int i = 0; i < 100; i++) {
      assertThat(usual.connect("peer-" + i, "t", new RecordingConnection(HOME)))
          .isEqualTo(Admission.OPENED);
    }
  }
}
