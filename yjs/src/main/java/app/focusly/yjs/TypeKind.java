package app.focusly.yjs;

import java.util.List;

/// The shared types, in the order of their numbers in an update.
enum TypeKind {
  ARRAY,
  MAP,
  TEXT,
  XML_ELEMENT,
  XML_FRAGMENT,
  XML_HOOK,
  XML_TEXT;

  private static final List<TypeKind> ALL = List.of(values());

  /// Reads the kind and goes over the name that two of them have.
  static TypeKind read(ByteReader in) {
    TypeKind kind = of(in.varUint());
    if (kind == XML_ELEMENT || kind == XML_HOOK) {
      in.utf8();
    }
    return kind;
  }

  static TypeKind of(long number) {
    if (number >= ALL.size()) {
      throw new InvalidUpdateException("a type of an unknown kind");
    }
    return ALL.get((int) number);
  }
}
