package app.focusly.room.payload;

/// Reads the payload of one client event.
///
/// @param <C> the command that it is
@FunctionalInterface
public interface PayloadReader<C> {

  /// The command in a payload, which is an empty object when the client sent none.
  ///
  /// @throws RuntimeException as [Payload] does, a refusal
  C read(Payload payload);
}
