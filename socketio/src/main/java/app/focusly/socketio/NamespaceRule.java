package app.focusly.socketio;

import com.fasterxml.jackson.databind.JsonNode;

/// Decides whether a namespace that a client asks for, and that does not exist yet, is made.
@FunctionalInterface
public interface NamespaceRule {

  /// Calls one method of `verdict`, now or later.
  ///
  /// @param name such as `/tenant-7`
  /// @param auth what the client gave
  void decide(String name, JsonNode auth, Verdict verdict);

  /// How a decision ends. May be called from any thread; only the first call counts.
  interface Verdict {

    /// The namespace is made, as a child of the rule's parent.
    void allow();

    /// The next rule decides, and after the last the client is refused.
    void pass();
  }
}
