package app.focusly.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.room.RoomId;
import org.junit.jupiter.api.Test;

class OwnerKeysTest {
  private static final RoomId ROOM = new RoomId("abc-defg-hij");

  private final OwnerKeys keys = new OwnerKeys(new byte[32]);

  @Test
  void aRoomHasOneKeyThatFitsNoOther() {
    String key = keys.of(ROOM);

    assertThat(key).matches("[A-Za-z0-9_-]{43}");
    assertThat(keys.fits(ROOM, key)).isTrue();
    assertThat(keys.of(ROOM)).isEqualTo(key);
    assertThat(keys.fits(new RoomId("abc-defg-hik"), key)).isFalse();
  }

  @Test
  void nothingElseFits() {
    String key = keys.of(ROOM);

    assertThat(keys.fits(ROOM, "")).isFalse();
    assertThat(keys.fits(ROOM, key.substring(1))).isFalse();
    assertThat(keys.fits(ROOM, key + "=")).isFalse();
    assertThat(keys.fits(ROOM, "ü".repeat(43))).isFalse();
  }

  @Test
  void anotherServerHasOtherKeys() {
    byte[] other = new byte[32];
    other[0] = 1;

    assertThat(new OwnerKeys(other).fits(ROOM, keys.of(ROOM))).isFalse();
  }

  /// A guest's cookie is signed by the same key: what it shows must own nothing.
  @Test
  void aGuestsCodeIsNoKeyOfARoomOfThatName() {
    String id = "ABCDEFGHIJKLMNOPQRST";
    String cookie = new Guests(new byte[32], () -> id).cookie(id, false);
    String code = cookie.substring(cookie.indexOf('.') + 1, cookie.indexOf(';'));

    assertThat(keys.fits(new RoomId(id), code)).isFalse();
  }
}
