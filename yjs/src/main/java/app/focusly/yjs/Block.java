package app.focusly.yjs;

import org.jspecify.annotations.Nullable;

/// A struct in its place among its neighbours. No later struct stands in the middle of one, and
/// none is deleted in part: they are cut before.
final class Block {
  final long client;
  final Struct struct;

  @Nullable Block left;
  @Nullable Block right;

  /// What it stands in; nothing for what was collected as garbage.
  @Nullable Branch parent;

  /// The key in its parent, of what stands in a map.
  @Nullable Slice key;

  /// What it holds, for others to stand in.
  @Nullable Branch type;

  boolean deleted;

  /// The last search that came by here, and the last one that met it as a rival for its place.
  int seenBy;

  int rivalOf;

  Block(long client, Struct struct) {
    this.client = client;
    this.struct = struct;
  }

  boolean isGarbage() {
    return parent == null;
  }

  /// Of what is in a place: it is an item.
  Content content() {
    if (struct instanceof Struct.Item item) {
      return item.content();
    }
    throw new IllegalStateException("garbage has no content");
  }

  boolean isVisible() {
    return !deleted && !isGarbage();
  }
}
