package app.focusly.room.access;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.Golden;
import app.focusly.room.MemberId;
import app.focusly.room.Parsed;
import app.focusly.room.payload.Payload;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessEventsTest {

  @Test
  void settingsAreReadAsFarAsTheyAreGiven() {
    assertThat(
            read("room-configure", "{\"chat\":\"owner\",\"locked\":true,\"timer\":null,\"x\":1}"))
        .isEqualTo(
            valid(
                new AccessCommand.Configure(
                    new SettingsChange(null, Audience.OWNER, null, null, true, null))));
    assertThat(read("room-configure", "{\"entry\":\"admission\",\"unmute\":false}"))
        .isEqualTo(
            valid(
                new AccessCommand.Configure(
                    new SettingsChange(null, null, null, false, null, Entry.ADMISSION))));
  }

  @ParameterizedTest
  @CsvSource({
    "{\"chat\":\"nobody\"}, chat",
    "{\"timer\":1},         timer",
    "{\"screen\":\"\"},     screen",
    "{\"locked\":\"yes\"},  locked",
    "{\"unmute\":0},        unmute",
    "{\"entry\":\"OWNER\"}, entry"
  })
  void aSettingThatIsNoneIsRefusedByItsName(String payload, String path) {
    assertThat(read("room-configure", payload))
        .isInstanceOfSatisfying(
            Parsed.Invalid.class, invalid -> assertThat(invalid.refusal().path()).isEqualTo(path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "member-admit",
        "member-reject",
        "member-remove",
        "member-ban",
        "member-unban",
        "member-mute",
        "member-unmute",
        "owner-hand-over"
      })
  void whatIsDoneWithAMemberNamesThem(String event) {
    assertThat(read(event, "{\"memberId\":\"ben\"}"))
        .isInstanceOfSatisfying(
            Parsed.Valid.class,
            valid ->
                assertThat(valid.value())
                    .isInstanceOfSatisfying(
                        AccessCommand.Moderating.class,
                        command -> assertThat(command.memberId()).isEqualTo(new MemberId("ben"))));
    for (String payload :
        List.of(
            "{\"memberId\":\"" + "x".repeat(129) + "\"}",
            "{}",
            "{\"memberId\":\" \"}",
            "{\"memberId\":7}",
            "[]")) {
      assertThat(read(event, payload)).isInstanceOf(Parsed.Invalid.class);
    }
  }

  private static Parsed<AccessCommand> valid(AccessCommand command) {
    return new Parsed.Valid<>(command);
  }

  private static Parsed<AccessCommand> read(String event, String payload) {
    var reader = Objects.requireNonNull(AccessEvents.READERS.get(event));
    return Payload.parse(() -> reader.read(Payload.of(List.of(Golden.parse(payload)))));
  }
}
