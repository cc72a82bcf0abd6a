package app.focusly.room;

import java.util.random.RandomGenerator;

/// Makes room ids for new rooms.
public final class RoomIds {
  /// All 26 letters. Without digits and capitals next to them, `l` and `o` cannot be mistaken.
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

  private RoomIds() {}

  /// An id such as `abc-defg-hij`: 26^10 of them, 47 bits. Who knows a room's id may enter it, so
  /// the generator is to be a secure one.
  public static RoomId fresh(RandomGenerator random) {
    return new RoomId(letters(3, random) + '-' + letters(4, random) + '-' + letters(3, random));
  }

  private static String letters(int count, RandomGenerator random) {
    var letters = new StringBuilder(count);
    for (int i = 0; i < count; i++) {
      letters.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return letters.toString();
  }
}
