package app.focusly.socketio;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The namespaces of a server by name. Reading takes no lock; a change copies the table, which pays
/// as long as clients come more often than namespaces. Used from any thread.
final class NamespaceTable {
  private final SocketIoOptions options;
  private final Function<String, Adapter> adapters;
  private final Guard guard;
  private volatile Map<String, Namespace> namespaces = Map.of();
  private volatile List<ParentNamespace> parents = List.of();
  private volatile List<Consumer<Namespace>> listeners = List.of();

  /// Of which the listeners are being told: their own thread finds them, no other does yet.
  private final Map<String, Namespace> announced = new HashMap<>();

  private int childCount;

  NamespaceTable(SocketIoOptions options, Function<String, Adapter> adapters, Guard guard) {
    this.options = options;
    this.adapters = adapters;
    this.guard = guard;
  }

  @Nullable Namespace find(String name) {
    return namespaces.get(name);
  }

  List<ParentNamespace> parents() {
    return parents;
  }

  /// The namespace of this name, made when it is new: as a child, when a parent's pattern matches.
  Namespace of(String name) {
    Namespace known = namespaces.get(name);
    return known == null || known.gone() ? make(name) : known;
  }

  private synchronized Namespace make(String name) {
    Namespace known = announced.containsKey(name) ? announced.get(name) : namespaces.get(name);
    if (known != null && !known.gone()) {
      return known;
    }
    for (ParentNamespace parent : parents) {
      if (parent.matches(name)) {
        return add(parent, name);
      }
    }
    return add(null, name);
  }

  /// Adds a parent, behind those that there are.
  synchronized ParentNamespace add(ParentNamespace parent) {
    parents = NamespaceGate.with(parents, parent);
    return parent;
  }

  synchronized void onNewNamespace(Consumer<Namespace> listener) {
    listeners = NamespaceGate.with(listeners, listener);
  }

  /// A child that a client may enter, and has entered; null when there are too many.
  synchronized @Nullable Namespace enterChild(ParentNamespace parent, String name) {
    Namespace known = namespaces.get(name);
    if (known != null && known.enter()) {
      return known;
    }
    if (childCount >= options.maxChildNamespaces()) {
      return null;
    }
    Namespace child = add(parent, name);
    child.enter();
    return child;
  }

  private Namespace add(@Nullable ParentNamespace parent, String name) {
    Namespace namespace = parent == null ? namespace(name) : child(parent, name);
    announced.put(name, namespace);
    for (Consumer<Namespace> listener : listeners) {
      guard.run("new_namespace", () -> listener.accept(namespace));
    }
    var more = new HashMap<>(namespaces);
    more.put(name, namespace);
    namespaces = more;
    announced.remove(name);
    return namespace;
  }

  private Namespace namespace(String name) {
    return new Namespace(
        name, adapters.apply(name), options.format(), guard, List.of(), List.of(), null);
  }

  private Namespace child(ParentNamespace parent, String name) {
    var child =
        new Namespace(
            name,
            adapters.apply(name),
            options.format(),
            guard,
            parent.checks(),
            parent.connectionListeners(),
            options.cleanUpEmptyChildren() ? gone -> remove(parent, gone) : null);
    parent.add(child);
    childCount++;
    return child;
  }

  private synchronized void remove(ParentNamespace parent, Namespace child) {
    var fewer = new HashMap<>(namespaces);
    fewer.remove(child.name(), child); // another of its name may be there already
    namespaces = fewer;
    parent.remove(child);
    childCount--;
  }
}
