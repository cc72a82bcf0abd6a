package app.focusly.bench;

import app.focusly.bench.servers.Side;
import java.io.IOException;
import java.util.OptionalDouble;
import java.util.concurrent.TimeoutException;

/// One line of the table: a load, measured at our server and at theirs.
///
/// @param id by which it is asked for
/// @param title what it measures
/// @param unit of its figures
/// @param target the ratio of ours to theirs that we want to keep under, if there is one
/// @param sides which two are measured
public record Row(
    String id,
    String title,
    String unit,
    OptionalDouble target,
    Sides sides,
    Measurement measurement) {

  /// Which two are measured.
  public enum Sides {
    /// Our server and one on Node.
    OURS_AND_THEIRS,
    /// Ours on two cores and, in the place of theirs, ours on one.
    TWO_CORES_AND_ONE
  }

  /// Starts a server, gives it the load, and ends it.
  @FunctionalInterface
  public interface Measurement {
    /// Measures one side once.
    Measured measure(Side side) throws IOException, InterruptedException, TimeoutException;
  }
}
