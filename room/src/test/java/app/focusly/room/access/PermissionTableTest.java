package app.focusly.room.access;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.Golden;
import app.focusly.room.member.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PermissionTableTest {
  private static final RoomSettings NARROW =
      new RoomSettings(
          Audience.OWNER, Audience.OWNER, Audience.OWNER, false, true, Entry.ADMISSION);

  /// Each row: what members and guests may with the settings open, with them narrow, and what
  /// everyone may in a room without owner.
  @ParameterizedTest
  @CsvSource({
    "CHAT,          true,  false, true",
    "MODERATE_CHAT, false, false, false",
    "CONTROL_TIMER, true,  false, true",
    "SHARE_SCREEN,  true,  false, true",
    "UNMUTE,        true,  false, true",
    "CONFIGURE,     false, false, false",
    "MODERATE,      false, false, false",
    "HAND_OVER,     false, false, false"
  })
  void aCellSays(Permission permission, boolean open, boolean narrow, boolean unowned) {
    assertThat(PermissionTable.allows(permission, Role.OWNER, true, RoomSettings.OPEN)).isTrue();
    assertThat(PermissionTable.allows(permission, Role.OWNER, true, NARROW)).isTrue();
    for (Role role : List.of(Role.MEMBER, Role.GUEST)) {
      assertThat(PermissionTable.allows(permission, role, true, RoomSettings.OPEN)).isEqualTo(open);
      assertThat(PermissionTable.allows(permission, role, true, NARROW)).isEqualTo(narrow);
    }
    for (Role role : Role.values()) {
      assertThat(PermissionTable.allows(permission, role, false, RoomSettings.OPEN))
          .isEqualTo(unowned);
    }
  }

  static Stream<Arguments> settings() {
    RoomSettings open = RoomSettings.OPEN;
    return Stream.of(
        Arguments.of(
            new SettingsChange(Audience.OWNER, null, null, null, null, null).applyTo(open),
            Set.of(Permission.CONTROL_TIMER)),
        Arguments.of(
            new SettingsChange(null, Audience.OWNER, null, null, null, null).applyTo(open),
            Set.of(Permission.CHAT)),
        Arguments.of(
            new SettingsChange(null, null, Audience.OWNER, null, null, null).applyTo(open),
            Set.of(Permission.SHARE_SCREEN)),
        Arguments.of(
            new SettingsChange(null, null, null, false, null, null).applyTo(open),
            Set.of(Permission.UNMUTE)),
        Arguments.of(
            new SettingsChange(null, null, null, null, true, Entry.ADMISSION).applyTo(open),
            Set.of()));
  }

  /// No setting touches a permission that is not its own.
  @ParameterizedTest
  @MethodSource("settings")
  void aSettingTakesAwayItsOwnPermissionAlone(RoomSettings settings, Set<Permission> taken) {
    for (Role role : List.of(Role.MEMBER, Role.GUEST)) {
      assertThat(Arrays.stream(Permission.values()))
          .filteredOn(permission ->
              PermissionTable.allows(permission, role, true, RoomSettings.OPEN)
                  && !PermissionTable.allows(permission, role, true, settings))
          .containsExactlyInAnyOrderElementsOf(taken);
    }
  }

  @Test
  void thePageShowsTheTable() {
    String table =
        Arrays.stream(Permission.values())
            .map(permission -> line(permission, PermissionTable.row(permission)))
            .collect(Collectors.joining("\n"));

    assertThat(Golden.text("docs/protocol/access.md"))
        .contains("|---|---|---|---|---|\n" + table + "\n\n");
  }

  private static String line(Permission permission, PermissionTable.Row row) {
    return "| %s | %s | %s | %s | %s |"
        .formatted(
            permission.name().toLowerCase(Locale.ROOT).replace('_', ' '),
            row.owner().text(),
            row.member().text(),
            row.guest().text(),
            row.unowned().text());
  }
}
