package app.focusly.yjs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads what stands in a branch, without what is deleted.
final class Reading {

  private Reading() {}

  static List<Entry> entries(Branch branch) {
    var entries = new ArrayList<Entry>();
    for (Block block = branch.start; block != null; block = block.right) {
      if (block.isVisible()) {
        entries.addAll(entries(block));
      }
    }
    return Collections.unmodifiableList(entries);
  }

  static Map<String, Entry> map(Branch branch) {
    var map = new LinkedHashMap<String, Entry>();
    branch.lasts.forEach((key, block) -> {
      List<? extends Entry> entries = block.isVisible() ? entries(block) : List.of();
      if (!entries.isEmpty()) {
        map.put(key, entries.getLast());
      }
    });
    return Collections.unmodifiableMap(map);
  }

  static List<SharedType> children(Branch branch) {
    return entries(branch).stream()
        .filter(SharedType.class::isInstance)
        .map(SharedType.class::cast)
        .toList();
  }

  static List<? extends Entry> entries(Block block) {
    Content content = block.content();
    ByteReader raw = content.raw().reader();
    return switch (content.kind()) {
      case DELETED, FORMAT -> List.of();
      case JSON, ANY -> content.values();
      case TEXT -> List.of(new Value.Text(content.raw().text()));
      case EMBED -> List.of(Json.parse(raw.string()));
      case BINARY -> List.of(bytes(raw.bytes()));
      case DOCUMENT -> List.of(new Entry.Subdocument(raw.string()));
      case TYPE -> List.of(type(block, raw));
    };
  }

  private static Value bytes(Slice bytes) {
    return new Value.Bytes(HexFormat.of().formatHex(bytes.bytes(), bytes.from(), bytes.to()));
  }

  private static SharedType type(Block block, ByteReader raw) {
    Branch branch = block.type;
    if (branch == null) {
      throw new IllegalStateException("a type that holds nothing");
    }
    return switch (TypeKind.of(raw.varUint())) {
      case ARRAY -> new SharedArray(branch);
      case MAP, XML_HOOK -> new SharedMap(branch);
      case TEXT, XML_TEXT -> new SharedText(branch);
      case XML_FRAGMENT -> new XmlFragment(branch);
      case XML_ELEMENT -> new XmlElement(raw.string(), branch);
    };
  }
}
