package app.focusly.yjs;

/// What several people can change at the same time, as it stands; it is read when it is asked.
public sealed interface SharedType extends Entry
    permits SharedArray, SharedMap, SharedText, XmlFragment, XmlElement {}
