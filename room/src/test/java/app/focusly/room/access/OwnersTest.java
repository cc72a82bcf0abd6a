package app.focusly.room.access;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.MemberId;
import app.focusly.room.member.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OwnersTest {
  private final AccessDriver room = AccessDriver.made(Template.STUDY_GROUP);

  @ParameterizedTest
  @EnumSource
  void aRoomIsMadeByATemplateAndBelongsToWhoMadeIt(Template template) {
    var made = new AccessDriver(AccessLimits.DEFAULT);
    var create = new AccessCommand.Create(template, new RoomName("Maths"), new MemberId("ann"));

    assertThat(made.execute("ann", create)).isEqualTo("room-created");
    assertThat(made.role("ann")).isEqualTo(Role.OWNER);
    assertThat(made.view().toString())
        .isEqualTo(
            "{\"createdAt\":%d,\"template\":\"%s\",\"name\":\"Maths\",\"owners\":[\"ann\"],\"settings\":%s,\"banned\":[]}"
                .formatted(
                    AccessDriver.START.toEpochMilli(),
                    template.text(),
                    template.settings().json()));
  }

  @Test
  void aRoomThatIsUsedCannotBeMadeAnyMore() {
    var plain = new AccessDriver(AccessLimits.DEFAULT);
    plain.come("ben");

    assertThat(plain.execute("ann", create("ann"))).isEqualTo("not-permitted");
    assertThat(room.execute("ben", create("ben"))).isEqualTo("not-permitted");
    assertThat(room.role("ben")).isEqualTo(Role.MEMBER);
  }

  @Test
  void aRoomThatNobodyMadeHasNoOwner() {
    var plain = new AccessDriver(AccessLimits.DEFAULT);
    plain.come("ben");

    assertThat(plain.view().toString())
        .isEqualTo(
            "{\"createdAt\":null,\"template\":null,\"name\":null,\"owners\":[],\"settings\":"
                + RoomSettings.OPEN.json()
                + ",\"banned\":[]}");
    assertThat(plain.execute("ben", new AccessCommand.Remove(new MemberId("ben"))))
        .isEqualTo("not-permitted");
  }

  @Test
  void theKeyMakesAMemberAnOwnerTooUpToTheLimit() {
    assertThat(addOwner("ben")).isEqualTo("owner-added");
    assertThat(room.last()).isEqualTo("{\"memberId\":\"ben\"}");
    assertThat(addOwner("ben")).isEmpty();
    assertThat(addOwner("cleo")).isEqualTo("too-many-owners");
    assertThat(room.role("ann")).isEqualTo(Role.OWNER);
    assertThat(room.role("ben")).isEqualTo(Role.OWNER);
    assertThat(room.role("cleo")).isEqualTo(Role.MEMBER);
  }

  @Test
  void theKeyHelpsNeitherAGuestNorWhoIsBanned() {
    room.come("ben");
    room.execute("ann", new AccessCommand.Ban(new MemberId("ben"), null));

    assertThat(addOwner("ben")).isEqualTo("banned");
    var guest = new AccessCommand.AddOwner(new MemberId("guest"));
    assertThat(room.execute("guest", Role.GUEST, guest)).isEqualTo("not-permitted");
  }

  @Test
  void whoHandsOverIsNoOwnerAnyMore() {
    room.come("ben");

    assertThat(room.execute("ann", handOver("ben"))).isEqualTo("owner-handed-over");
    assertThat(room.last()).isEqualTo("{\"memberId\":\"ben\",\"from\":\"ann\"}");
    assertThat(room.role("ann")).isEqualTo(Role.MEMBER);
    assertThat(room.role("ben")).isEqualTo(Role.OWNER);
    assertThat(room.execute("ann", handOver("ann"))).isEqualTo("not-permitted");
  }

  @Test
  void aRoomIsHandedOverToSomebodyWhoIsThereAndKnown() {
    room.come("guest", Role.GUEST);

    assertThat(room.execute("ann", handOver("nobody"))).isEqualTo("unknown-member");
    assertThat(room.execute("ann", handOver("guest"))).isEqualTo("not-permitted");
    assertThat(room.execute("ann", handOver("ann"))).isEmpty();
    assertThat(room.role("ann")).isEqualTo(Role.OWNER);
  }

  private String addOwner(String memberId) {
    return room.execute(memberId, new AccessCommand.AddOwner(new MemberId(memberId)));
  }

  private static AccessCommand create(String memberId) {
    return new AccessCommand.Create(Template.CLASS, null, new MemberId(memberId));
  }

  private static AccessCommand handOver(String memberId) {
    return new AccessCommand.HandOver(new MemberId(memberId));
  }
}
