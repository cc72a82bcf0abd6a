package app.focusly.socketio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;

/// The answer of one socket to a question to many.
record TalliedAnswer(Tally<JsonNode> answers) implements AckListener {
  @Override
  public void answered(List<JsonNode> arguments) {
    answers.add(arguments.isEmpty() ? NullNode.getInstance() : arguments.getFirst());
    answers.done();
  }

  @Override
  public void timedOut() {
    answers.missing();
    answers.done();
  }
}
