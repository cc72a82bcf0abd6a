package app.focusly.yjs;

/// What an item stands in.
sealed interface Parent {
  int NAMED = 1;

  /// A type of the document, by its name.
  record Root(Slice name) implements Parent {}

  /// The type that another item holds.
  record Inner(Id item) implements Parent {}

  static Parent read(ByteReader in) {
    return in.varUint() == NAMED ? new Root(in.utf8()) : new Inner(Id.read(in));
  }

  default void write(ByteWriter out) {
    switch (this) {
      case Root root -> {
        out.varUint(NAMED);
        out.bytes(root.name());
      }
      case Inner inner -> {
        out.varUint(0);
        out.id(inner.item());
      }
    }
  }
}
