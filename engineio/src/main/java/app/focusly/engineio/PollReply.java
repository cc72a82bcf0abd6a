package app.focusly.engineio;

/// One waiting GET of a polling client. Exactly one of its methods is called, once.
public interface PollReply {

  /// Answers with packets.
  void payload(String body);

  /// Answers with a refusal.
  void refuse(Refusal refusal);
}
