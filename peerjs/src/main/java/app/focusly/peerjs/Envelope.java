package app.focusly.peerjs;

import java.util.List;

/// A client's message: what the broker reads of it, and its text, in which the sender is set
/// without touching anything else.
///
/// @param text the message as received
/// @param start where its opening brace is
/// @param end where its closing brace is
/// @param sources the values of `src` that it brought along; usually none
record Envelope(
    MessageType type,
    Destination destination,
    String text,
    int start,
    int end,
    List<Span> sources) {

  /// A part of the text.
  record Span(int start, int end) {}

  /// The message as its destination gets it. Each `src` is overwritten where it stands, since of
  /// several equal names a reader may take any.
  String sentBy(Peer sender) {
    if (sources.isEmpty()) {
      return text.substring(start, end) + sender.sourceMember();
    }
    StringBuilder frame = new StringBuilder(text.length() + sender.sourceMember().length());
    int from = start;
    for (Span source : sources) {
      frame.append(text, from, source.start()).append(sender.quotedId());
      from = source.end();
    }
    return frame.append(text, from, end + 1).toString();
  }
}
