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
/// @param target what we want to keep under, if anything
/// @param sides which two are measured
public record Row(
    String id, String title, String unit, Target target, Sides sides, Measurement measurement) {

  /// What we want to keep under.
  ///
  /// @param ratio of the left figure to the right one
  /// @param left the left figure itself
  public record Target(OptionalDouble ratio, OptionalDouble left) {
    /// There is nothing to keep under.
    public static final Target NONE = new Target(OptionalDouble.empty(), OptionalDouble.empty());

    /// A ratio.
    public static Target ratio(double most) {
      return new Target(OptionalDouble.of(most), OptionalDouble.empty());
    }

    /// The left figure itself.
    public static Target left(double most) {
      return new Target(OptionalDouble.empty(), OptionalDouble.of(most));
    }
  }

  /// Which two are measured: at the left the one that the row is about, at the right what it is
  /// compared with. Of those that are not Node's, both are our own server.
  public enum Sides {
    OURS_AND_THEIRS("ours", "theirs"),
    TWO_CORES_AND_ONE("two cores", "one core"),
    MANY_WRITERS_AND_ONE("200 writers", "one writer"),
    LONG_ROOM_AND_EMPTY("long room", "empty room"),
    LONG_HISTORY_AND_ONE("long past", "one session");

    private final String left;
    private final String right;

    Sides(String left, String right) {
      this.left = left;
      this.right = right;
    }

    /// What the left one is called.
    public String left() {
      return left;
    }

    /// What the right one is called.
    public String right() {
      return right;
    }
  }

  /// Starts a server, gives it the load, and ends it.
  @FunctionalInterface
  public interface Measurement {
    /// Measures one side once.
    Measured measure(Side side) throws IOException, InterruptedException, TimeoutException;
  }
}
