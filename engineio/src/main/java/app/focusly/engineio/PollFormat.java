package app.focusly.engineio;

import java.util.Map;
import java.util.Optional;

/// How payloads travel over a session's long-polling, which its handshake settles.
public sealed interface PollFormat {

  /// As they are.
  record Plain() implements PollFormat {
    @Override
    public String wrap(String payload) {
      return payload;
    }

    @Override
    public Optional<String> unwrap(String body) {
      return Optional.of(body);
    }
  }

  /// As scripts and forms (JSONP), for pages that may not read answers of another origin: a payload
  /// is a call of the page's function with this index, a body the field `d` of a form.
  ///
  /// @param index digits alone, whatever was asked for: it becomes a part of the script
  record Script(String index) implements PollFormat {
    public Script {
      index = index.replaceAll("[^0-9]", "");
    }

    @Override
    public String wrap(String payload) {
      // JSON may hold these two as they are; in older scripts they end the line.
      String literal =
          JsonText.quote(payload).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
      return "___eio[" + index + "](" + literal + ");";
    }

    @Override
    public Optional<String> unwrap(String body) {
      return Optional.ofNullable(UrlEncoded.lastValues(body).get("d")).map(Script::unescape);
    }

    /// Forms turn line feeds into pairs with carriage returns, so clients send `\n` for a line feed
    /// and `\\n` for a backslash and an `n`.
    private static String unescape(String data) {
      return data.replaceAll("(?<!\\\\)\\\\n", "\n").replace("\\\\n", "\\n");
    }
  }

  /// The format that the query of a handshake asks for.
  static PollFormat of(Map<String, String> query) {
    String index = query.get("j");
    return index == null ? new Plain() : new Script(index);
  }

  /// A payload as the body of an answer.
  String wrap(String payload);

  /// The payload in the body of a request; empty when it holds none.
  Optional<String> unwrap(String body);
}
