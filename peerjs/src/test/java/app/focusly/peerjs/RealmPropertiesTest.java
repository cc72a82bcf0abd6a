package app.focusly.peerjs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.BeforeTry;

/// After any history the broker has said and closed what the plain model of it says.
class RealmPropertiesTest {

  private static final List<String> IDS = List.of("a", "b", "c", "d");

  private Stage stage = smallStage();
  private RealmModel model = new RealmModel(stage.options);
  private final List<RecordingConnection> sockets = new ArrayList<>();

  @BeforeTry
  void begin() {
    stage = smallStage();
    model = new RealmModel(stage.options);
    sockets.clear();
  }

  private static Stage smallStage() {
    return new Stage(
        new OptionsBuilder()
            .concurrentLimit(3)
            .expireTimeout(Duration.ofMillis(50))
            .aliveTimeout(Duration.ofMillis(120))
            .cleanupInterval(Duration.ofMillis(1))
            .perDestination(new Allowance(3, 10_000))
            .perSender(new Allowance(4, 10_000))
            .total(new Allowance(6, 10_000)));
  }

  /// One step; `socket` is taken modulo the number of sockets that there are.
  sealed interface Step {
    record Connect(String id, String token) implements Step {}

    record Send(int socket, String type, String destination) implements Step {}

    record Leave(int socket) implements Step {}

    record Pong(int socket) implements Step {}

    record Die(int socket) implements Step {}

    record Jam(int socket) implements Step {}

    record Wait(int millis) implements Step {}
  }

  @Property(tries = 2_000)
  void brokerAgreesWithItsModel(@ForAll("histories") List<Step> history) {
    for (Step step : history) {
      take(step);
      compare();
    }
    take(new Step.Wait(200));
    compare();
    assertThat(stage.broker.connectedIds()).isEmpty();
    assertThat(stage.broker.waitingMessages()).isZero();
    assertThat(stage.broker.waitingBytes()).isZero();
    assertThat(stage.broker.nextDeadlineMillis()).isEmpty();
  }

  private void take(Step step) {
    if (!(step instanceof Step.Connect || step instanceof Step.Wait) && sockets.isEmpty()) {
      return;
    }
    switch (step) {
      case Step.Connect(String id, String token) -> {
        RecordingConnection socket = new RecordingConnection();
        sockets.add(socket);
        stage.connect(id, token, socket);
        model.connect(id, token, stage.nowMillis);
      }
      case Step.Send(int socket, String type, String destination) -> {
        stage.send(real(socket), type, destination);
        model.send(modelled(socket), type, destination, stage.nowMillis);
      }
      case Step.Leave(int socket) -> {
        stage.receive(real(socket), "{\"type\":\"LEAVE\"}");
        model.leave(modelled(socket), stage.nowMillis);
      }
      case Step.Pong(int socket) -> {
        stage.broker.touched(real(socket), stage.nowMillis);
        model.seen(modelled(socket), stage.nowMillis);
      }
      case Step.Die(int socket) -> {
        real(socket).close();
        stage.broker.disconnected(real(socket));
        model.close(modelled(socket));
      }
      case Step.Jam(int socket) -> {
        real(socket).takeOnly(0);
        modelled(socket).takesNoMore = true;
      }
      case Step.Wait(int millis) -> {
        stage.tickAfter(millis);
        model.tick(stage.nowMillis);
      }
    }
  }

  private void compare() {
    for (int i = 0; i < sockets.size(); i++) {
      assertThat(sockets.get(i).frames()).isEqualTo(model.sockets.get(i).frames);
      assertThat(sockets.get(i).isClosed()).isEqualTo(!model.sockets.get(i).open);
    }
    assertThat(stage.broker.connectedIds()).containsExactlyInAnyOrderElementsOf(model.ids());
    assertThat(stage.broker.connectedIds()).hasSizeLessThanOrEqualTo(3);
    assertThat(stage.broker.waitingMessages()).isEqualTo(model.waiting());
  }

  private RecordingConnection real(int socket) {
    return sockets.get(socket % sockets.size());
  }

  private RealmModel.Socket modelled(int socket) {
    return model.sockets.get(socket % sockets.size());
  }

  @Provide
  Arbitrary<List<Step>> histories() {
    Arbitrary<String> ids = Arbitraries.of(IDS);
    Arbitrary<Integer> sockets = Arbitraries.integers().between(0, 1_000);
    Arbitrary<Step> connects =
        Combinators.combine(ids, Arbitraries.of("t", "u")).as(Step.Connect::new);
    Arbitrary<Step> sends =
        Combinators.combine(sockets, Arbitraries.of("OFFER", "CANDIDATE", "LEAVE"), ids)
            .as(Step.Send::new);
    return Arbitraries.frequencyOf(
            Tuple.of(6, connects),
            Tuple.of(10, sends),
            Tuple.of(1, sockets.map(Step.Leave::new)),
            Tuple.of(2, sockets.map(Step.Pong::new)),
            Tuple.of(2, sockets.map(Step.Die::new)),
            Tuple.of(1, sockets.map(Step.Jam::new)),
            Tuple.of(4, Arbitraries.integers().between(1, 60).map(Step.Wait::new)))
        .list()
        .ofMaxSize(60);
  }
}
