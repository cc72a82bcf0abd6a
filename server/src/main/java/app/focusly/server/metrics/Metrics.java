package app.focusly.server.metrics;

import app.focusly.engineio.CloseReason;
import app.focusly.engineio.EngineError;
import app.focusly.server.config.Option;
import app.focusly.server.websocket.Loop;
import app.focusly.server.websocket.Loops;
import app.focusly.server.websocket.Traffic;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.netty.util.internal.PlatformDependent;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;

/// Everything that is measured, by name. Values are read when somebody asks, so measuring costs
/// nothing in between. Used from every thread.
public final class Metrics {
  private final PrometheusMeterRegistry registry;
  private final Counts counts;

  /// The commands that have a counter in the registry, by type and outcome.
  private final Set<List<String>> commands = ConcurrentHashMap.newKeySet();

  /// What is measured outside of [Counts].
  ///
  /// @param rooms rooms with somebody in them
  /// @param members in all rooms
  /// @param addresses that are told apart
  /// @param peers PeerJS peers
  /// @param peerMessages messages that wait for absent peers
  /// @param peerBytes bytes of these
  public record Gauges(
      LongSupplier rooms,
      LongSupplier members,
      LongSupplier addresses,
      LongSupplier peers,
      LongSupplier peerMessages,
      LongSupplier peerBytes) {}

  /// @param registry which others may use as well
  public Metrics(PrometheusMeterRegistry registry, Counts counts, Loops loops, Gauges gauges) {
    this.registry = registry;
    this.counts = counts;
    connections(counts, loops);
    sessions(counts);
    product(gauges);
    traffic(counts, loops);
    limits(counts);
    memory();
    process();
  }

  /// The page that Prometheus reads.
  public String page() {
    counts.commands.visit(this::command);
    return registry.scrape();
  }

  /// Where all is registered that is measured.
  public static PrometheusMeterRegistry registry() {
    return new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  }

  private void command(String type, String outcome, LongAdder count) {
    if (commands.add(List.of(type, outcome))) {
      FunctionCounter.builder("focusly.commands", count, LongAdder::sum)
          .description("events of clients to rooms, by type and what came of them")
          .tag("type", type)
          .tag("outcome", outcome)
          .register(registry);
    }
  }

  private void connections(Counts counts, Loops loops) {
    gauge("focusly.connections", "TCP connections that are open", counts.connections::sum);
    gauge(
        "focusly.websockets",
        "WebSockets that are open, of Socket.IO and PeerJS",
        () -> sum(loops, Traffic::open));
    gauge("focusly.polls", "polls that wait for an answer", counts.openPolls::sum);
    gauge("focusly.upgrades", "sessions moving from polling to WebSocket", counts.upgrades::sum);
  }

  private void sessions(Counts counts) {
    transport("polling", counts.pollingSessions, counts.pollingHandshakes);
    transport("websocket", counts.webSocketSessions, counts.webSocketHandshakes);
    for (CloseReason reason : CloseReason.values()) {
      counter(
          "focusly.sessions.closed",
          "Engine.IO sessions that ended, by reason",
          "reason",
          reason.text(),
          () -> counts.closes(reason));
    }
    for (EngineError error : EngineError.values()) {
      counter(
          "focusly.refusals",
          "Engine.IO requests that were refused, by message",
          "message",
          error.message(),
          () -> counts.refusals(error));
    }
  }

  private void transport(String transport, LongAdder sessions, LongAdder handshakes) {
    Gauge.builder("focusly.sessions", sessions, LongAdder::sum)
        .description("Engine.IO sessions by transport")
        .tag("transport", transport)
        .register(registry);
    counter(
        "focusly.handshakes",
        "Engine.IO sessions that began, by transport",
        "transport",
        transport,
        handshakes::sum);
  }

  private void product(Gauges gauges) {
    gauge("focusly.rooms", "rooms with somebody in them", gauges.rooms());
    gauge("focusly.members", "members of all rooms", gauges.members());
    gauge("focusly.peers", "PeerJS peers", gauges.peers());
    gauge("focusly.peer.messages", "messages that wait for absent peers", gauges.peerMessages());
    gauge("focusly.peer.bytes", "bytes that wait for absent peers", gauges.peerBytes());
    gauge("focusly.addresses", "addresses of clients that are told apart", gauges.addresses());
  }

  private void traffic(Counts counts, Loops loops) {
    counter(
        "focusly.frames",
        "WebSocket frames by direction",
        "direction",
        "in",
        () -> sum(loops, Traffic::received));
    counter(
        "focusly.frames",
        "WebSocket frames by direction",
        "direction",
        "out",
        () -> sum(loops, Traffic::sent));
    counter("focusly.packets.posted", "packets in POST bodies", counts.postedPackets::sum);
    counter("focusly.polls.answered", "polls answered with packets", counts.answeredPolls::sum);
  }

  private void limits(Counts counts) {
    for (Option option : Counts.limits()) {
      counter(
          "focusly.limits",
          "how often a limit was met, by its option",
          "option",
          option.environment(),
          () -> counts.hits(option));
    }
  }

  private void memory() {
    new JvmMemoryMetrics().bindTo(registry);
    gauge(
        "netty.direct.memory",
        "bytes of direct memory that Netty holds",
        PlatformDependent::usedDirectMemory);
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      counter(
          "jvm.gc.collections",
          "collections, by collector",
          "collector",
          collector.getName(),
          collector::getCollectionCount);
      counter(
          "jvm.gc.milliseconds",
          "time of collections, by collector",
          "collector",
          collector.getName(),
          collector::getCollectionTime);
    }
  }

  private void process() {
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
  }

  private void gauge(String name, String description, LongSupplier value) {
    Gauge.builder(name, value, LongSupplier::getAsLong)
        .description(description)
        .strongReference(true)
        .register(registry);
  }

  private void counter(String name, String description, LongSupplier value) {
    counter(name, description, "", "", value);
  }

  /// The registry holds what it reads weakly, so the reading itself keeps the value.
  private void counter(
      String name, String description, String tag, String tagValue, LongSupplier value) {
    FunctionCounter.Builder<Metrics> counter =
        FunctionCounter.builder(name, this, _ -> value.getAsLong()).description(description);
    if (!tag.isEmpty()) {
      counter.tag(tag, tagValue);
    }
    counter.register(registry);
  }

  private static long sum(Loops loops, ToLongFunction<Traffic> part) {
    return loops.all().stream().map(Loop::traffic).mapToLong(part).sum();
  }
}
