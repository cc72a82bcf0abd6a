package app.focusly.server.engine;

import app.focusly.engineio.EngineError;
import app.focusly.server.config.LimitConfig;
import app.focusly.server.config.Option;
import app.focusly.server.limit.AddressUse;
import app.focusly.server.limit.Addresses;
import app.focusly.server.metrics.Counts;
import java.util.OptionalLong;

/// How much an Engine.IO server takes, in all and from one address. Used from every loop.
///
/// @param maxSessions sessions at once
/// @param limits of a session
/// @param clients what each address uses
/// @param counts where it is counted
public record Capacity(int maxSessions, LimitConfig limits, Addresses clients, Counts counts) {
  /// When a session of the address may have ended: a guess, since nobody knows.
  private static final long RETRY_MILLIS = 10_000;

  /// Room for so many sessions, whoever they are of and however fast they send.
  public static Capacity unlimited(int maxSessions) {
    LimitConfig limits = LimitConfig.unlimited();
    return new Capacity(maxSessions, limits, new Addresses(limits, _ -> {}, () -> 0), new Counts());
  }

  /// What a client that asks for a session hears.
  sealed interface Answer {
    /// It may have one.
    record Granted(SessionPlace place) implements Answer {}

    /// It may not.
    ///
    /// @param retryMillis after which it may be worth another try
    record Refused(EngineError error, long retryMillis) implements Answer {}
  }

  /// Asks for a place for one more session.
  ///
  /// @param hasPlace whether the server as a whole has one
  Answer ask(String address, boolean hasPlace) {
    if (!hasPlace) {
      counts.hit(Option.MAX_SESSIONS);
      return new Answer.Refused(EngineError.TOO_MANY_SESSIONS, RETRY_MILLIS);
    }
    AddressUse use = clients.of(address);
    OptionalLong wait = use.handshake(clients.nowMillis());
    if (wait.isPresent()) {
      return new Answer.Refused(EngineError.RATE_LIMITED, wait.getAsLong());
    }
    if (!use.openSession()) {
      return new Answer.Refused(EngineError.RATE_LIMITED, RETRY_MILLIS);
    }
    return new Answer.Granted(new SessionPlace(use, counts, limits.postPackets()));
  }
}
