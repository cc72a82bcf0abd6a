package app.focusly.bench.servers;

/// Whose server is measured.
public enum Side {
  OURS,
  THEIRS
}
