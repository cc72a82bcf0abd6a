package app.focusly.bench.workload;

import java.util.concurrent.TimeoutException;

/// Work that clients give to a server, from [#begin] to [#end].
public interface Load {

  /// Gets the clients in and starts them; called off the generator's loop, returns when they work.
  void begin() throws InterruptedException, TimeoutException;

  /// How many operations there have been; on the generator's loop.
  long operations();

  /// What went wrong, or nothing; on the generator's loop.
  String failure();

  /// Lets the clients go; on the generator's loop.
  void end();
}
