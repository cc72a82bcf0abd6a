package app.focusly.bench;

import app.focusly.bench.servers.Side;
import java.util.OptionalDouble;

/// One line of the table: a load, measured at our server and at theirs.
///
/// @param id by which it is asked for
/// @param title what it measures
/// @param unit of its figures
/// @param target the ratio of ours to theirs that we want to keep under, if there is one
public record Row(
    String id, String title, String unit, OptionalDouble target, Measurement measurement) {

  /// Starts a server, gives it the load, and ends it.
  @FunctionalInterface
  public interface Measurement {
    /// Measures one side once.
    Measured measure(Side side) throws Exception;
  }
}
