package app.focusly.peerjs;

import java.util.ArrayList;
import java.util.List;

/// A socket that remembers what it was sent, and can be told to take no more.
final class RecordingConnection implements PeerConnection {

  private final String address;
  private final List<String> frames = new ArrayList<>();
  private int room = Integer.MAX_VALUE;
  private boolean closed;

  RecordingConnection() {
    this("192.0.2.1");
  }

  RecordingConnection(String address) {
    this.address = address;
  }

  @Override
  public String address() {
    return address;
  }

  @Override
  public boolean send(String frame) {
    if (closed || room == 0) {
      return false;
    }
    room--;
    frames.add(frame);
    return true;
  }

  @Override
  public void close() {
    closed = true;
  }

  /// Takes so many more frames, and then no more.
  void takeOnly(int more) {
    room = more;
  }

  boolean isClosed() {
    return closed;
  }

  List<String> frames() {
    return List.copyOf(frames);
  }

  /// What was sent since the last call.
  List<String> takeFrames() {
    List<String> taken = List.copyOf(frames);
    frames.clear();
    return taken;
  }
}
