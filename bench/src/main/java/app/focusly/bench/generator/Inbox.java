package app.focusly.bench.generator;

import io.netty.buffer.ByteBuf;

/// What a client hears. Called on the generator's loop.
public interface Inbox {
  /// Why a connection is gone that said goodbye, or was told it.
  String CLOSED = "closed by the server";

  /// The way to the server stands.
  void opened(Link link);

  /// A packet came; its bytes are `length` from `index`, and are gone after the call.
  void packet(ByteBuf bytes, int index, int length);

  /// The way is gone, by whoever's doing.
  void closed(String why);
}
