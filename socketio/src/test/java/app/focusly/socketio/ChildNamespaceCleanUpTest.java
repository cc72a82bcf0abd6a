package app.focusly.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import app.focusly.engineio.CloseReason;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Namespaces that were made for clients go with the last of them, and there are so many at most.
class ChildNamespaceCleanUpTest {
  private static final int MOST = 3;

  private final TestServer server =
      new TestServer(SocketIoOptions.defaults().withChildNamespaces(true, MOST));
  private final ParentNamespace parent = server.io.of(Pattern.compile("^/t"));
  private final TestClient client = server.client();
  private final List<Middleware.Next> undecided = new ArrayList<>();

  @Test
  void childGoesWithItsLastSocket() {
    TestClient second = server.client();
    client.say("0/t1,");
    second.say("0/t1,");
    client.say("1/t1,");
    assertThat(parent.children()).containsExactly("/t1");
    second.close(CloseReason.TRANSPORT_CLOSE);
    assertThat(parent.children()).isEmpty();
    assertThat(server.io.namespaces().find("/t1")).isNull();
  }

  @Test
  void childIsMadeAnewWhenAClientComesBack() {
    client.say("0/t1,", "1/t1,", "0/t1,");
    assertThat(client.sent).hasSize(2);
    assertThat(parent.children()).containsExactly("/t1");
  }

  @Test
  void childGoesWhenItsOnlySocketIsRefused() {
    parent.use((_, next) -> next.refuse("no", null));
    client.say("0/t1,");
    assertThat(client.sent).containsExactly("4/t1,{\"message\":\"no\"}");
    assertThat(parent.children()).isEmpty();
  }

  @Test
  void childGoesWhenItsOnlySocketIsGoneBeforeItIsAccepted() {
    parent.use((_, next) -> undecided.add(next));
    client.say("0/t1,");
    client.close(CloseReason.TRANSPORT_CLOSE);
    assertThat(parent.children()).isEmpty();
  }

  /// The reference closes the namespace under a socket that is being checked.
  @Test
  void childStaysForASocketThatIsBeingChecked() {
    client.say("0/t1,");
    server.io.of("/t1").use((_, next) -> undecided.add(next));
    TestClient second = server.client();
    second.say("0/t1,");
    client.say("1/t1,");
    assertThat(parent.children()).containsExactly("/t1");
    undecided.getFirst().proceed();
    second.sent.clear();
    server.io.of("/t1").everyone().emit("hi");
    assertThat(second.sent).containsExactly("2/t1,[\"hi\"]");
  }

  @Test
  void namespaceThatNoRuleMadeStays() {
    server.io.of("/fixed");
    client.say("0/fixed,", "1/fixed,");
    assertThat(server.io.namespaces().find("/fixed")).isNotNull();
  }

  @Test
  void oneChildTooManyIsRefusedUntilAnotherHasGone() {
    for (int i = 0; i < MOST; i++) {
      client.say("0/t" + i + ",");
    }
    assertThat(client.sent).hasSize(MOST).allMatch(message -> message.startsWith("0/t"));
    client.say("0/more,", "0/tmore,");
    assertThat(client.sent).endsWith("4/tmore,{\"message\":\"Invalid namespace\"}");
    client.say("1/t1,", "0/tmore,");
    assertThat(client.sent.getLast()).startsWith("0/tmore,{\"sid\"");
  }
}
