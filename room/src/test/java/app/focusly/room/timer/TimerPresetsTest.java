package app.focusly.room.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TimerPresetsTest {
  private static final Lengths LONG = new Lengths(50, 10, 30, 2);

  private final TimerRoom room = new TimerRoom(new TimerLimits(2));

  @Test
  void aRoomKeepsSoManyAndNoMore() {
    assertThat(save("a")).isEqualTo("done 1");
    assertThat(save("b")).isEqualTo("done 2");
    assertThat(save("c")).isEqualTo("too-many-presets");

    room.tell(new TimerCommand.RemovePreset("a"));
    assertThat(save("c")).isEqualTo("done 4");
    assertThat(names()).isEqualTo("b c");
  }

  @Test
  void aNamesakeIsReplacedWhereItStood() {
    save("a");
    save("b");
    assertThat(room.tell(new TimerCommand.SavePreset(new Preset("a", Lengths.CLASSIC))))
        .isEqualTo("done 3");

    assertThat(names()).isEqualTo("a b");
    assertThat(room.view().path("presets").path(0).path("focus").intValue()).isEqualTo(25);
  }

  @Test
  void theSameAgainIsNoNews() {
    save("a");

    assertThat(save("a")).isEqualTo("done 1");
    assertThat(room.bench().events()).hasSize(1);
  }

  @Test
  void startingWithOneKeepsItsLengths() {
    save("a");
    room.tell(new TimerCommand.Start("a", null));

    assertThat(room.bench().body().path("preset").asText()).isEqualTo("a");
    assertThat(room.view().path("settings").path("rounds").intValue()).isEqualTo(2);
    room.tell(new TimerCommand.RemovePreset("a"));
    assertThat(room.course()).isEqualTo("focus 1, 50:00 to go");
    assertThat(room.view().path("settings").path("focus").intValue()).isEqualTo(50);
  }

  @Test
  void oneMayStartWithItsBreak() {
    save("a");
    room.tell(new TimerCommand.Start("a", Phase.LONG_BREAK));

    assertThat(room.course()).isEqualTo("longBreak 2, 30:00 to go");
    assertThat(room.view().path("next").asText()).isEqualTo("focus");
  }

  @Test
  void limitsAreChecked() {
    assertThat(new TimerLimits(TimerLimits.MAX_PRESETS).presets()).isEqualTo(100);
    assertThatThrownBy(() -> new TimerLimits(0)).hasMessage("presets is 1 to 100");
    assertThatThrownBy(() -> new TimerLimits(101)).hasMessage("presets is 1 to 100");
    assertThatThrownBy(() -> new Lengths(0, 1, 1, 1)).hasMessage("a length is out of bounds");
    assertThatThrownBy(() -> new Lengths(1, 241, 1, 1)).hasMessage("a length is out of bounds");
    assertThatThrownBy(() -> new Lengths(1, 1, 1, 13)).hasMessage("a length is out of bounds");
    assertThatThrownBy(() -> new Preset(" a", LONG)).hasMessage("not a preset's name");
  }

  private String save(String name) {
    return room.tell(new TimerCommand.SavePreset(new Preset(name, LONG)));
  }

  private String names() {
    return String.join(" ", room.view().path("presets").findValuesAsText("name"));
  }
}
