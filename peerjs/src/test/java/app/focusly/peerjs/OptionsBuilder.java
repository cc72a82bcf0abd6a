package app.focusly.peerjs;

import java.time.Duration;

/// The defaults, but for what a test says.
final class OptionsBuilder {

  private static final PeerOptions DEFAULTS = PeerOptions.defaults();

  private String key = DEFAULTS.key();
  private String path = DEFAULTS.path();
  private Duration expireTimeout = DEFAULTS.expireTimeout();
  private Duration aliveTimeout = DEFAULTS.aliveTimeout();
  private int concurrentLimit = DEFAULTS.concurrentLimit();
  private boolean allowDiscovery = DEFAULTS.allowDiscovery();
  private Duration cleanupInterval = DEFAULTS.cleanupInterval();
  private Duration idHold = DEFAULTS.idHold();
  private int addressLimit = DEFAULTS.addressLimit();
  private int maxMessageBytes = DEFAULTS.maxMessageBytes();
  private int maxIdLength = DEFAULTS.maxIdLength();
  private int maxTokenLength = DEFAULTS.maxTokenLength();
  private QueueLimits queues = DEFAULTS.queues();

  OptionsBuilder key(String value) {
    key = value;
    return this;
  }

  OptionsBuilder path(String value) {
    path = value;
    return this;
  }

  OptionsBuilder expireTimeout(Duration value) {
    expireTimeout = value;
    return this;
  }

  OptionsBuilder aliveTimeout(Duration value) {
    aliveTimeout = value;
    return this;
  }

  OptionsBuilder concurrentLimit(int value) {
    concurrentLimit = value;
    return this;
  }

  OptionsBuilder allowDiscovery() {
    allowDiscovery = true;
    return this;
  }

  OptionsBuilder cleanupInterval(Duration value) {
    cleanupInterval = value;
    return this;
  }

  OptionsBuilder idHold(Duration value) {
    idHold = value;
    return this;
  }

  OptionsBuilder addressLimit(int value) {
    addressLimit = value;
    return this;
  }

  OptionsBuilder maxMessageBytes(int value) {
    maxMessageBytes = value;
    return this;
  }

  OptionsBuilder maxIdLength(int value) {
    maxIdLength = value;
    return this;
  }

  OptionsBuilder maxTokenLength(int value) {
    maxTokenLength = value;
    return this;
  }

  OptionsBuilder perDestination(Allowance value) {
    queues = new QueueLimits(value, queues.perSender(), queues.total(), queues.destinations());
    return this;
  }

  OptionsBuilder perSender(Allowance value) {
    queues = new QueueLimits(queues.perDestination(), value, queues.total(), queues.destinations());
    return this;
  }

  OptionsBuilder total(Allowance value) {
    queues =
        new QueueLimits(queues.perDestination(), queues.perSender(), value, queues.destinations());
    return this;
  }

  OptionsBuilder destinations(int value) {
    queues = new QueueLimits(queues.perDestination(), queues.perSender(), queues.total(), value);
    return this;
  }

  PeerOptions build() {
    return new PeerOptions(
        key,
        path,
        expireTimeout,
        aliveTimeout,
        concurrentLimit,
        allowDiscovery,
        cleanupInterval,
        idHold,
        addressLimit,
        maxMessageBytes,
        maxIdLength,
        maxTokenLength,
        queues);
  }
}
