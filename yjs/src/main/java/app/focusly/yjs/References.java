package app.focusly.yjs;

import java.util.function.Consumer;

/// What an item needs to be there before it.
final class References {

  private References() {}

  static void of(Struct.Item item, Consumer<Id> reference) {
    if (item.origin() != null) {
      reference.accept(item.origin());
    }
    if (item.rightOrigin() != null) {
      reference.accept(item.rightOrigin());
    }
    if (item.parent() instanceof Parent.Inner inner) {
      reference.accept(inner.item());
    }
  }
}
