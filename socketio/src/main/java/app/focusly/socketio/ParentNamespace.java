package app.focusly.socketio;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Namespaces that are made when a client asks for one whose name a rule allows. Each child begins
/// with the checks and the connection listeners that its parent has at that time; a broadcast
/// reaches all children. Used from any thread.
public final class ParentNamespace extends NamespaceGate<ParentNamespace> {
  private final NamespaceRule rule;

  /// Null when the rule is a function: then a name that the application makes by itself is no
  /// child.
  private final @Nullable Pattern pattern;

  private volatile Map<String, Namespace> children = Map.of();

  ParentNamespace(String name, Guard guard, NamespaceRule rule, @Nullable Pattern pattern) {
    super(name, guard, List.of(), List.of());
    this.rule = rule;
    this.pattern = pattern;
  }

  static NamespaceRule matching(Pattern pattern) {
    return (name, _, verdict) -> {
      if (pattern.matcher(name).find()) {
        verdict.allow();
      } else {
        verdict.pass();
      }
    };
  }

  /// The names of the children that there are now.
  public Collection<String> children() {
    return children.keySet();
  }

  NamespaceRule rule() {
    return rule;
  }

  boolean matches(String name) {
    return pattern != null && pattern.matcher(name).find();
  }

  synchronized void add(Namespace child) {
    var more = new TreeMap<>(children);
    more.put(child.name(), child);
    children = more;
  }

  synchronized void remove(Namespace child) {
    var fewer = new TreeMap<>(children);
    fewer.remove(child.name(), child);
    children = fewer;
  }

  @Override
  ParentNamespace self() {
    return this;
  }

  @Override
  Collection<Namespace> namespaces() {
    return children.values();
  }
}
