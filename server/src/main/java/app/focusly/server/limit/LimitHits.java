package app.focusly.server.limit;

import app.focusly.server.config.Option;

/// Hears of each limit that somebody met, by the option that sets it. Called from every thread.
@FunctionalInterface
public interface LimitHits {
  void hit(Option limit);
}
