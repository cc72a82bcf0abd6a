import org.jspecify.annotations.NullMarked;

/// Documents of Yjs: the update format v1 read, merged, compared and integrated, without IO, clock
/// or thread.
@NullMarked
module app.focusly.yjs {
  requires static org.jspecify;

  exports app.focusly.yjs;
}
