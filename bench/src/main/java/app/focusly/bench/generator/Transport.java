package app.focusly.bench.generator;

/// How clients come to a server.
public enum Transport {
  WEBSOCKET("websocket"),
  POLLING("polling");

  private final String word;

  Transport(String word) {
    this.word = word;
  }

  /// Opens a session of Socket.IO.
  public void open(Generator generator, int port, Inbox inbox) {
    String path = "/socket.io/?EIO=4&transport=" + word;
    switch (this) {
      case WEBSOCKET -> generator.webSocket(port, path, inbox);
      case POLLING -> generator.polling(port, path, inbox);
    }
  }
}
