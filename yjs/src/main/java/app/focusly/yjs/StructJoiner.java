package app.focusly.yjs;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes one struct of neighbours that read the same as one: text typed letter by letter, what was
/// deleted in pieces. Cut again it is what it was, so nothing is lost.
final class StructJoiner {
  /// What may be joined whatever it stands in. Values may not: those of a map replace each other.
  static final Set<Content.Kind> ANYWHERE = Set.of(Content.Kind.TEXT, Content.Kind.DELETED);

  /// What may be joined when it is known to stand side by side.
  static final Set<Content.Kind> SIDE_BY_SIDE =
      Set.of(Content.Kind.TEXT, Content.Kind.DELETED, Content.Kind.JSON, Content.Kind.ANY);

  private final long client;
  private final Set<Content.Kind> joinable;
  private final List<Struct> structs = new ArrayList<>();

  /// The last struct, and of an item the content with all that was joined to it.
  private @Nullable Struct last;

  private final List<Content> contents = new ArrayList<>();

  StructJoiner(long client, Set<Content.Kind> joinable) {
    this.client = client;
    this.joinable = joinable;
  }

  /// Takes the struct that follows the last one.
  void add(Struct next) {
    if (!join(next)) {
      flush();
      last = next;
      if (next instanceof Struct.Item item) {
        contents.add(item.content());
      }
    }
  }

  /// Ends the last struct: what comes is not joined to it.
  void flush() {
    if (last instanceof Struct.Item item) {
      structs.add(contents.size() == 1 ? item : item.with(Content.joined(contents)));
    } else if (last != null) {
      structs.add(last);
    }
    last = null;
    contents.clear();
  }

  List<Struct> finish() {
    flush();
    return structs;
  }

  private boolean join(Struct right) {
    if (last instanceof Struct.Gc gc && right instanceof Struct.Gc) {
      last = new Struct.Gc(gc.clock(), gc.length() + right.length());
      return true;
    }
    if (last instanceof Struct.Item left
        && right instanceof Struct.Item item
        && left.content().kind() == item.content().kind()
        && joinable.contains(item.content().kind())
        && continues(left, item)) {
      contents.add(item.content());
      return true;
    }
    return false;
  }

  private boolean continues(Struct.Item left, Struct.Item right) {
    Id origin = right.origin();
    return origin != null
        && origin.client() == client
        && origin.clock() == right.clock() - 1
        && Objects.equals(left.rightOrigin(), right.rightOrigin());
  }
}
