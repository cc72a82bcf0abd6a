package app.focusly.room.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmojiTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "👍",
        "👍🏽",
        "❤️",
        "❤️‍🔥",
        "👩‍👩‍👧‍👦",
        "🏃🏽‍♀️",
        "🏳️‍🌈",
        "🇩🇪",
        "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
        "1️⃣",
        "#️⃣",
        "👩🏽‍❤️‍💋‍👨🏿"
      })
  void isOneEmoji(String text) {
    assertThat(Emoji.parse(text)).contains(new Emoji(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a",
        "1",
        "#",
        "1️",
        "👍👍",
        "👍 ",
        "🇩",
        "🇩🇪🇫",
        "❤",
        "©",
        "\u200D",
        "👍\u200D",
        "️",
        "<b>",
        "👍🏽🏽",
        "\uD83D"
      })
  void isNone(String text) {
    assertThat(Emoji.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {9, 40, 5_000})
  void isNoEndlessFamily(int members) {
    assertThat(Emoji.parse("👩" + "\u200D👩".repeat(members - 1))).isEmpty();
  }
}
