package app.focusly.room.chat;

import java.util.Optional;
import java.util.regex.Pattern;

/// A reaction: one emoji, in the one form in which keyboards and pickers write it (Unicode's
/// "fully-qualified").
///
/// @param value as it is shown
public record Emoji(String value) {
  /// The longest that Unicode lists has ten code points.
  private static final int MAX_CODE_POINTS = 16;

  /// One sign: with a skin tone, shown as a picture by itself or by U+FE0F; a flag of a region by
  /// tags (U+E0020 and on). Digits are emojis only as keys (U+20E3). UTS #51, section 1.4.9.
  private static final String SIGN =
      "(?:\\p{IsEmoji_Modifier_Base}\\p{IsEmoji_Modifier}"
          + "|(?![\\x{1F1E6}-\\x{1F1FF}])\\p{IsEmoji_Presentation}(?:[\\x{E0020}-\\x{E007E}]+\\x{E007F})?"
          + "|(?![0-9#*])\\p{IsEmoji}\\x{FE0F})";

  private static final String FLAG = "[\\x{1F1E6}-\\x{1F1FF}]{2}";
  private static final String KEY = "[0-9#*]\\x{FE0F}\\x{20E3}";
  private static final Pattern VALID =
      Pattern.compile(FLAG + "|" + KEY + "|" + SIGN + "(?:\\x{200D}" + SIGN + ")*");

  public Emoji {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not an emoji");
    }
  }

  /// The emoji that this text is, if it is one and nothing else.
  public static Optional<Emoji> parse(String text) {
    return isValid(text) ? Optional.of(new Emoji(text)) : Optional.empty();
  }

  private static boolean isValid(String text) {
    return text.length() <= 2 * MAX_CODE_POINTS
        && text.codePointCount(0, text.length()) <= MAX_CODE_POINTS
        && VALID.matcher(text).matches();
  }
}
