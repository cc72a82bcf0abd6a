package app.focusly.room.access;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.MemberId;
import app.focusly.room.member.Role;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class EntranceTest {
  private static final SettingsChange LOCK = new SettingsChange(null, null, null, null, true, null);
  private static final SettingsChange ADMISSION =
      new SettingsChange(null, null, null, null, null, Entry.ADMISSION);

  private final AccessDriver room = AccessDriver.made(Template.STUDY_GROUP);

  @Test
  void anOpenRoomTakesEveryone() {
    assertThat(room.knock("ben")).isEqualTo("open");
    assertThat(new AccessDriver(AccessLimits.DEFAULT).knock("ben")).isEqualTo("open");
  }

  @Test
  void aLockedRoomTakesItsOwnersAndWhoIsThere() {
    room.come("ben");
    configure(LOCK);

    assertThat(room.knock("ann")).isEqualTo("open");
    assertThat(room.knock("ben")).isEqualTo("open");
    assertThat(room.knock("cleo")).isEqualTo("room-locked");
  }

  @Test
  void whoCameBackSoonWasNeverGone() {
    room.come("ben");
    configure(LOCK);
    room.go("ben");
    room.pass(Visitors.RETURN);
    assertThat(room.knock("ben")).isEqualTo("open");

    room.pass(Duration.ofMillis(1));
    assertThat(room.knock("ben")).isEqualTo("room-locked");
  }

  @Test
  void whereAdmissionIsNeededWhoWasLetInMayComeAtAnyTime() {
    configure(ADMISSION);
    assertThat(room.knock("ben")).isEqualTo("waiting");
    assertThat(admit("ben")).isEqualTo("member-admitted");
    assertThat(room.last()).isEqualTo("{\"memberId\":\"ben\",\"name\":\"Ben\"}");
    assertThat(admit("ben")).isEmpty();

    room.pass(Duration.ofDays(7));
    assertThat(room.knock("ben")).isEqualTo("open");
    assertThat(room.knock("ann")).isEqualTo("open");
  }

  @Test
  void nobodyIsLetInWhoDoesNotWait() {
    configure(ADMISSION);
    var admit = new AccessCommand.Admit(new MemberId("ben"), null);

    assertThat(room.execute("ann", admit)).isEqualTo("unknown-member");
    assertThat(room.execute("ann", new AccessCommand.Reject(new MemberId("ben"), null)))
        .isEqualTo("unknown-member");
  }

  @Test
  void whoWasRemovedHasToAskAgain() {
    configure(ADMISSION);
    admit("ben");
    room.come("ben");

    assertThat(room.execute("ann", new AccessCommand.Remove(new MemberId("ben"))))
        .isEqualTo("member-removed");
    assertThat(room.last()).isEqualTo("{\"memberId\":\"ben\",\"name\":\"ben's name\"}");
    room.go("ben");
    assertThat(room.knock("ben")).isEqualTo("waiting");
  }

  @Test
  void whoIsBannedStaysOutUntilTheyAreNotAnyMore() {
    room.come("ben");

    assertThat(ban("ben")).isEqualTo("member-banned");
    room.go("ben");
    assertThat(room.knock("ben")).isEqualTo("banned");
    assertThat(room.view().path("banned").toString())
        .isEqualTo("[{\"memberId\":\"ben\",\"name\":\"ben's name\"}]");
    assertThat(ban("ben")).isEmpty();

    assertThat(unban("ben")).isEqualTo("member-unbanned");
    assertThat(unban("ben")).isEqualTo("unknown-member");
    assertThat(room.knock("ben")).isEqualTo("open");
  }

  @Test
  void whoWaitsCanBeBannedAndNobodyWhoIsNotThere() {
    var ban = new AccessCommand.Ban(new MemberId("ben"), AccessDriver.waiting("ben", null));

    assertThat(ban("ben")).isEqualTo("unknown-member");
    assertThat(room.execute("ann", ban)).isEqualTo("member-banned");
    assertThat(room.last()).isEqualTo("{\"memberId\":\"ben\",\"name\":null}");
  }

  @Test
  void asManyAreBannedAsTheLimitSays() {
    for (String member : new String[] {"ben", "cleo", "dora"}) {
      room.come(member);
    }
    ban("ben");
    ban("cleo");

    assertThat(ban("dora")).isEqualTo("too-many-bans");
    unban("ben");
    assertThat(ban("dora")).isEqualTo("member-banned");
  }

  @Test
  void anOwnerIsNeitherRemovedNorBanned() {
    room.execute("ben", new AccessCommand.AddOwner(new MemberId("ben")));

    assertThat(ban("ben")).isEqualTo("not-permitted");
    assertThat(room.execute("ann", new AccessCommand.Remove(new MemberId("ben"))))
        .isEqualTo("not-permitted");
  }

  @Test
  void onlyAnOwnerModerates() {
    room.come("ben");
    room.come("cleo", Role.GUEST);
    var ban = new AccessCommand.Ban(new MemberId("cleo"), null);

    assertThat(room.execute("ben", ban)).isEqualTo("not-permitted");
    assertThat(room.execute("cleo", Role.GUEST, ban)).isEqualTo("not-permitted");
    assertThat(room.execute("ben", new AccessCommand.Configure(LOCK))).isEqualTo("not-permitted");
  }

  @Test
  void onlyWhoIsThereIsMuted() {
    room.come("ben");
    int before = room.events.size();

    assertThat(room.execute("ann", new AccessCommand.Mute(new MemberId("ben"), true))).isEmpty();
    assertThat(room.execute("ann", new AccessCommand.Mute(new MemberId("cleo"), true)))
        .isEqualTo("unknown-member");
    assertThat(room.events).hasSize(before);
  }

  @Test
  void settingsAreNewsOnlyWhenTheyAreOthers() {
    assertThat(configure(LOCK)).isEqualTo("room-configured");
    assertThat(room.last())
        .isEqualTo(
            "{\"settings\":{\"timer\":\"everyone\",\"chat\":\"everyone\",\"screen\":\"everyone\",\"unmute\":true,\"locked\":true,\"entry\":\"free\"}}");
    assertThat(configure(LOCK)).isEmpty();
  }

  @Test
  void asManyAreRememberedAsTheLimitsSay() {
    configure(ADMISSION);
    for (int i = 0; i <= AccessState.MAX_ADMITTED; i++) {
      admit("member" + i);
    }
    assertThat(room.knock("member0")).isEqualTo("waiting");
    assertThat(room.knock("member1")).isEqualTo("open");

    for (int i = 0; i <= Visitors.MAX_GONE; i++) {
      room.come("visitor" + i);
      room.go("visitor" + i);
    }
    assertThat(room.knock("visitor0")).isEqualTo("waiting");
    assertThat(room.knock("visitor1")).isEqualTo("open");
  }

  private String configure(SettingsChange change) {
    return room.execute("ann", new AccessCommand.Configure(change));
  }

  private String admit(String memberId) {
    var waiting = AccessDriver.waiting(memberId, "Ben");
    return room.execute("ann", new AccessCommand.Admit(new MemberId(memberId), waiting));
  }

  private String ban(String memberId) {
    return room.execute("ann", new AccessCommand.Ban(new MemberId(memberId), null));
  }

  private String unban(String memberId) {
    return room.execute("ann", new AccessCommand.Unban(new MemberId(memberId)));
  }
}
