package app.focusly.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.engineio.CloseReason;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/// Rooms change while they are walked, since a delivery may close a connection.
class RoomWalkTest {
  private static final List<String> ROOMS = List.of("x", "y", "z");
  private static final int SOCKETS = 6;

  /// One thing that happens to a socket.
  record Step(int socket, String what, String room) {}

  @Property(tries = 2_000)
  void broadcastsReachWhomTheModelSays(@ForAll("steps") List<Step> steps) {
    var server = new TestServer();
    var clients = new ArrayList<TestClient>();
    List<Set<String>> model = new ArrayList<>();
    for (int i = 0; i < SOCKETS; i++) {
      clients.add(server.connected());
      model.add(new HashSet<>(Set.of("everyone")));
    }
    for (Step step : steps) {
      Socket socket = server.sockets.get(step.socket());
      Set<String> rooms = model.get(step.socket());
      switch (step.what()) {
        case "join" -> {
          socket.join(step.room());
          if (socket.connected()) {
            rooms.add(step.room());
          }
        }
        case "leave" -> {
          socket.leave(step.room());
          rooms.remove(step.room());
        }
        default -> {
          clients.get(step.socket()).close(CloseReason.TRANSPORT_CLOSE);
          rooms.clear();
        }
      }
      assertReached(clients, model, server.main.everyone(), Set.of("everyone"), Set.of());
      assertReached(clients, model, server.main.to("x"), Set.of("x"), Set.of());
      assertReached(clients, model, server.main.to("x", "y"), Set.of("x", "y"), Set.of());
      assertReached(clients, model, server.main.to("y").except("x"), Set.of("y"), Set.of("x"));
    }
    long open = model.stream().filter(rooms -> !rooms.isEmpty()).count();
    long used =
        ROOMS.stream().filter(room -> model.stream().anyMatch(r -> r.contains(room))).count();
    assertThat(server.rooms.size()).isEqualTo((int) (open + used));
  }

  private static void assertReached(
      List<TestClient> clients,
      List<Set<String>> model,
      Broadcast broadcast,
      Set<String> to,
      Set<String> except) {
    broadcast.emit("hi");
    for (int i = 0; i < clients.size(); i++) {
      Set<String> rooms = model.get(i);
      boolean reached =
          to.stream().anyMatch(rooms::contains) && except.stream().noneMatch(rooms::contains);
      assertThat(clients.get(i).sent).hasSize(reached ? 1 : 0);
      clients.get(i).sent.clear();
    }
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return Combinators.combine(
            Arbitraries.integers().between(0, SOCKETS - 1),
            Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.just("join")),
                Tuple.of(4, Arbitraries.just("leave")),
                Tuple.of(1, Arbitraries.just("close"))),
            Arbitraries.of(ROOMS))
        .as(Step::new)
        .list()
        .ofMaxSize(30);
  }

  /// While a broadcast is under way: whoever stays hears it once, whoever left hears nothing more,
  /// whoever joined hears the next.
  @Property(tries = 2_000)
  void roomMayChangeAtEachDelivery(
      @ForAll @IntRange(min = 0, max = SOCKETS - 1) int at, @ForAll("steps") List<Step> steps) {
    var server = new TestServer();
    var clients = new ArrayList<TestClient>();
    for (int i = 0; i < SOCKETS; i++) {
      clients.add(server.connected());
      server.sockets.get(i).join("x");
    }
    Set<Integer> left = new HashSet<>();
    Consumer<List<JsonNode>> change =
        _ -> {
          server.sockets.get(at).offAnyOutgoing();
          for (Step step : steps) {
            Socket socket = server.sockets.get(step.socket());
            switch (step.what()) {
              case "join" -> socket.join(step.room());
              case "leave" -> {
                socket.leave(step.room());
                if (step.room().equals("x")) {
                  left.add(step.socket());
                }
              }
              default -> {
                clients.get(step.socket()).close(CloseReason.SLOW_CONSUMER);
                left.add(step.socket());
              }
            }
          }
          server.main.to("y").emit("nested");
        };
    server.sockets.get(at).onAnyOutgoing(change);
    server.main.to("x").emit("hi");
    for (int i = 0; i < SOCKETS; i++) {
      long heard = clients.get(i).sent.stream().filter("2[\"hi\"]"::equals).count();
      assertThat(heard).isLessThanOrEqualTo(1);
      if (!left.contains(i)) {
        assertThat(heard).isEqualTo(1);
      }
    }
    clients.forEach(client -> client.sent.clear());
    server.main.to("x").emit("next");
    for (int i = 0; i < SOCKETS; i++) {
      boolean in = server.sockets.get(i).rooms().contains("x");
      assertThat(clients.get(i).sent).hasSize(in ? 1 : 0);
    }
  }

  @Test
  void largeRoomThatEmptiesWhileItIsWalkedIsGone() {
    var server = new TestServer();
    var clients = new ArrayList<TestClient>();
    for (int i = 0; i < 1_000; i++) {
      TestClient client = server.connected();
      client.closeOnSend = true;
      clients.add(client);
      server.sockets.get(i).join("x");
    }
    server.main.to("x").emit("hi");
    assertThat(clients).allMatch(client -> client.sent.size() == 1);
    assertThat(server.rooms.size()).isZero();
  }
}
