package app.focusly.peerjs;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The broker said again in the plainest way, with lists that are searched from end to end, to
/// compare the real one with. Knows the limits for one destination, one sender and all by count.
final class RealmModel {

  static final class Socket {
    final String id;
    final String token;
    final List<String> frames = new ArrayList<>();
    boolean holds;
    boolean open;
    boolean takesNoMore;
    long seenAt;

    Socket(String id, String token) {
      this.id = id;
      this.token = token;
    }
  }

  private record Waiting(String source, String destination, String frame, long queueMadeAt) {}

  private final PeerOptions options;
  private final List<Waiting> waiting = new ArrayList<>();
  final List<Socket> sockets = new ArrayList<>();

  RealmModel(PeerOptions options) {
    this.options = options;
  }

  void connect(String id, String token, long now) {
    Socket socket = new Socket(id, token);
    socket.seenAt = now;
    sockets.add(socket);
    Socket holder = holder(id);
    if (holder != null && !holder.token.equals(token)) {
      socket.frames.add(Frames.ID_TAKEN);
    } else if (holder == null && ids().size() >= options.concurrentLimit()) {
      socket.frames.add(Frames.error("Server has reached its concurrent user limit"));
    } else {
      if (holder != null) {
        close(holder);
      }
      socket.open = true;
      socket.holds = true;
      deliver(socket, Frames.OPEN);
      for (Waiting message : List.copyOf(waiting)) {
        if (message.destination().equals(id) && deliver(socket, message.frame())) {
          waiting.remove(message);
        }
      }
    }
  }

  void send(Socket socket, String type, String destination, long now) {
    seen(socket, now);
    if (!socket.holds) {
      return;
    }
    String frame = Stage.arriving(type, socket.id, destination);
    Socket receiver = holder(destination);
    if (receiver != null) {
      if (!deliver(receiver, frame)) {
        deliver(socket, Frames.leave(destination, socket.id));
      }
    } else if (!type.equals("LEAVE")) {
      queue(socket, destination, frame, now);
    }
  }

  private void queue(Socket socket, String destination, String frame, long now) {
    List<Waiting> queue =
        waiting.stream().filter(message -> message.destination().equals(destination)).toList();
    long fromSender =
        waiting.stream().filter(message -> message.source().equals(socket.id)).count();
    if (queue.size() >= options.queues().perDestination().messages()
        || fromSender >= options.queues().perSender().messages()
        || waiting.size() >= options.queues().total().messages()) {
      deliver(socket, Frames.expire(destination, socket.id));
    } else {
      long madeAt = queue.isEmpty() ? now : queue.getFirst().queueMadeAt();
      waiting.add(new Waiting(socket.id, destination, frame, madeAt));
    }
  }

  void leave(Socket socket, long now) {
    seen(socket, now);
    if (!socket.holds) {
      return;
    }
    socket.holds = false;
    if (sockets.stream().filter(other -> other.open && !other.holds).count()
        > options.concurrentLimit()) {
      close(socket);
    }
  }

  void seen(Socket socket, long now) {
    socket.seenAt = now;
  }

  void close(Socket socket) {
    socket.holds = false;
    socket.open = false;
  }

  void tick(long now) {
    for (Socket socket : sockets) {
      if (socket.open && now - socket.seenAt >= options.aliveTimeout().toMillis()) {
        close(socket);
      }
    }
    Set<List<String>> pairs = new LinkedHashSet<>();
    // Queue by queue, the oldest first; `waiting` has them in the order of their first messages.
    Set<String> destinations = new LinkedHashSet<>();
    waiting.forEach(message -> destinations.add(message.destination()));
    for (String destination : destinations) {
      for (Waiting message : List.copyOf(waiting)) {
        if (message.destination().equals(destination)
            && now - message.queueMadeAt() >= options.expireTimeout().toMillis()) {
          waiting.remove(message);
          pairs.add(List.of(message.destination(), message.source()));
        }
      }
    }
    for (List<String> pair : pairs) {
      Socket sender = holder(pair.getLast());
      if (sender != null) {
        deliver(sender, Frames.expire(pair.getFirst(), pair.getLast()));
      }
    }
  }

  Set<String> ids() {
    Set<String> ids = new TreeSet<>();
    sockets.stream().filter(socket -> socket.holds).forEach(socket -> ids.add(socket.id));
    return ids;
  }

  int waiting() {
    return waiting.size();
  }

  private @Nullable Socket holder(String id) {
    return sockets.stream()
        .filter(socket -> socket.holds && socket.id.equals(id))
        .findFirst()
        .orElse(null);
  }

  private boolean deliver(Socket socket, String frame) {
    if (!socket.open || socket.takesNoMore) {
      close(socket);
      return false;
    }
    socket.frames.add(frame);
    return true;
  }
}
