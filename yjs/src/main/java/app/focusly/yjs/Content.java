package app.focusly.yjs;

import java.util.ArrayList;
import java.util.List;

/// What an item holds, as the bytes that say it: they are read only by who wants to see it. Of text
/// that is its UTF-8, of values one after the other; the count before them is left out.
///
/// @param length what it takes of its client's clock; of text its UTF-16 code units
record Content(Kind kind, Slice raw, long length) {

  /// With its number in an update.
  enum Kind {
    DELETED(1),
    JSON(2),
    BINARY(3),
    TEXT(4),
    EMBED(5),
    FORMAT(6),
    TYPE(7),
    ANY(8),
    DOCUMENT(9);

    private static final List<Kind> ALL = List.of(values());

    private final int number;

    Kind(int number) {
      this.number = number;
    }

    int number() {
      return number;
    }

    static Kind of(int number) {
      if (number < 1 || number > ALL.size()) {
        throw new InvalidUpdateException("content of an unknown kind");
      }
      return ALL.get(number - 1);
    }
  }

  static Content deleted(long length) {
    return new Content(Kind.DELETED, Slice.EMPTY, length);
  }

  static Content read(Kind kind, ByteReader in) {
    return switch (kind) {
      case DELETED -> deleted(in.varUint());
      case TEXT -> text(in.bytes());
      case JSON, ANY -> values(kind, in);
      case BINARY, EMBED, FORMAT, TYPE, DOCUMENT -> single(kind, in);
    };
  }

  private static Content text(Slice utf8) {
    return new Content(Kind.TEXT, utf8, Utf8.length(utf8));
  }

  private static Content values(Kind kind, ByteReader in) {
    long count = in.varUint();
    int from = in.position();
    for (long left = count; left > 0; left--) {
      skipValue(kind, in);
    }
    return new Content(kind, in.since(from), count);
  }

  private static void skipValue(Kind kind, ByteReader in) {
    if (kind == Kind.ANY) {
      AnyValues.skip(in);
    } else {
      value(in.string());
    }
  }

  private static Content single(Kind kind, ByteReader in) {
    int from = in.position();
    switch (kind) {
      case BINARY -> in.bytes();
      case EMBED -> Json.parse(in.string());
      case FORMAT -> {
        in.utf8();
        Json.parse(in.string());
      }
      case TYPE -> TypeKind.read(in);
      case DOCUMENT -> {
        in.utf8();
        AnyValues.skip(in);
      }
      default -> throw new IllegalArgumentException("not single: " + kind);
    }
    return new Content(kind, in.since(from), 1);
  }

  void write(ByteWriter out) {
    switch (kind) {
      case DELETED -> out.varUint(length);
      case TEXT -> out.bytes(raw);
      case JSON, ANY -> {
        out.varUint(length);
        out.raw(raw);
      }
      case BINARY, EMBED, FORMAT, TYPE, DOCUMENT -> out.raw(raw);
    }
  }

  /// The part from an offset on.
  Content from(long offset) {
    return pieces(List.of(offset)).getLast();
  }

  /// Cut at these offsets, which are within it and in order.
  List<Content> pieces(List<Long> offsets) {
    var pieces = new ArrayList<Content>();
    var text = new Utf8.Cutter(raw);
    ByteReader values = raw.reader();
    long from = 0;
    for (long to : offsets) {
      pieces.add(new Content(kind, next(to - from, text, values), to - from));
      from = to;
    }
    Slice rest = kind == Kind.TEXT ? text.rest() : values.bytes(values.left());
    pieces.add(new Content(kind, rest, length - from));
    return pieces;
  }

  private Slice next(long length, Utf8.Cutter text, ByteReader values) {
    return switch (kind) {
      case DELETED -> Slice.EMPTY;
      case TEXT -> text.next(length);
      case JSON, ANY -> nextValues(length, values);
      case BINARY, EMBED, FORMAT, TYPE, DOCUMENT -> throw new IllegalStateException("of one");
    };
  }

  private Slice nextValues(long count, ByteReader in) {
    int from = in.position();
    for (long left = count; left > 0; left--) {
      skipValue(kind, in);
    }
    return in.since(from);
  }

  /// Pieces of one kind, none of which is of a kind that is not made of pieces.
  static Content joined(List<Content> pieces) {
    Content first = pieces.getFirst();
    if (pieces.size() == 1) {
      return first;
    }
    long length = pieces.stream().mapToLong(Content::length).sum();
    return new Content(
        first.kind, Slice.concat(pieces.stream().map(Content::raw).toList()), length);
  }

  /// The values of content that is made of them.
  List<Value> values() {
    var values = new ArrayList<Value>();
    ByteReader in = raw.reader();
    while (!in.atEnd()) {
      values.add(kind == Kind.ANY ? AnyValues.read(in) : value(in.string()));
    }
    return values;
  }

  private static Value value(String json) {
    return json.equals("undefined") ? Value.Nothing.UNDEFINED : Json.parse(json);
  }
}
