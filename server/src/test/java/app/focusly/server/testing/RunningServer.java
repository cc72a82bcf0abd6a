package app.focusly.server.testing;

/// A server on a port of the loopback interface.
public interface RunningServer extends AutoCloseable {
  int port();

  @Override
  void close();
}
