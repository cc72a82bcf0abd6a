package app.focusly.socketio;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The rules' decision whether a namespace is made for a client: one after the other, until one
/// allows it. Confined to the client's thread; a rule may answer on any.
final class NamespaceChoice {
  private final ClientConnection client;
  private final NamespaceTable table;
  private final String name;
  private final JsonNode auth;
  private final Consumer<@Nullable Namespace> outcome;
  private final List<ParentNamespace> parents;
  private int next;

  /// @param outcome hears the namespace, entered already, or null when there is none to be had
  NamespaceChoice(
      ClientConnection client,
      NamespaceTable table,
      String name,
      JsonNode auth,
      Consumer<@Nullable Namespace> outcome) {
    this.client = client;
    this.table = table;
    this.name = name;
    this.auth = auth;
    this.outcome = outcome;
    this.parents = table.parents();
  }

  void decide() {
    if (next == parents.size()) {
      outcome.accept(null);
      return;
    }
    ParentNamespace parent = parents.get(next++);
    var verdict = new OneVerdict(parent);
    try {
      parent.rule().decide(name, auth, verdict);
    } catch (RuntimeException failure) { // a rule that cannot decide allows nothing
      client.failed("connection", failure);
      verdict.pass();
    }
  }

  private final class OneVerdict implements NamespaceRule.Verdict {
    private final ParentNamespace parent;
    private boolean given;

    OneVerdict(ParentNamespace parent) {
      this.parent = parent;
    }

    @Override
    public void allow() {
      give(() -> outcome.accept(table.enterChild(parent, name)));
    }

    @Override
    public void pass() {
      give(NamespaceChoice.this::decide);
    }

    private void give(Runnable step) {
      client.execute(() -> {
        if (!given) {
          given = true;
          if (client.open()) {
            step.run();
          }
        }
      });
    }
  }
}
