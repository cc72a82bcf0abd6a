package app.focusly.yjs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A shared type as it stands: a list of blocks, and for each key a list of which the last counts.
final class Branch {
  /// The block that holds it; nothing for a type of the document itself.
  final @Nullable Block holder;

  @Nullable Block start;

  /// The first and the last block of each key; the last one counts.
  final Map<String, Block> firsts = new HashMap<>();

  final Map<String, Block> lasts = new LinkedHashMap<>();

  Branch(@Nullable Block holder) {
    this.holder = holder;
  }

  boolean isDeleted() {
    return holder != null && holder.deleted;
  }

  /// The first block of the list, or of a key's.
  @Nullable Block first(@Nullable Slice key) {
    return key == null ? start : firsts.get(key.text());
  }

  void setFirst(@Nullable Slice key, Block block) {
    if (key == null) {
      start = block;
    } else {
      firsts.put(key.text(), block);
    }
  }

  /// All blocks, also the deleted ones.
  List<Block> blocks() {
    var blocks = new ArrayList<Block>();
    for (Block block = start; block != null; block = block.right) {
      blocks.add(block);
    }
    for (Block last : lasts.values()) {
      for (Block block = last; block != null; block = block.left) {
        blocks.add(block);
      }
    }
    return blocks;
  }
}
