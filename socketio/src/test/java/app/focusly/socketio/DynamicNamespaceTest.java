package app.focusly.socketio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.focusly.engineio.CloseReason;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Namespaces that are made when a client asks for them.
class DynamicNamespaceTest {
  private static final Pattern TENANT = Pattern.compile("^/tenant-\\d+$");

  private static final int MOST = 10;

  private final TestServer server =
      new TestServer(
          SocketIoOptions.defaults().withClientLimits(new ClientLimits(MOST, MOST, MOST)));
  private final TestClient client = server.client();
  private final List<String> calls = new ArrayList<>();

  /// The decisions that were not made yet.
  private final List<NamespaceRule.Verdict> undecided = new ArrayList<>();

  @Test
  void patternMakesANamespaceForEachNameInWhichItIsFound() {
    ParentNamespace parent = server.io.of(TENANT);
    parent.onConnection(socket -> calls.add(socket.namespace().name()));
    client.say("0/tenant-1,", "0/tenant-2,", "0/tenant-x,");
    assertThat(client.sent)
        .containsExactly(
            "0/tenant-1,{\"sid\":\"s1\"}",
            "0/tenant-2,{\"sid\":\"s2\"}",
            "4/tenant-x,{\"message\":\"Invalid namespace\"}");
    assertThat(calls).containsExactly("/tenant-1", "/tenant-2");
    assertThat(parent.children()).containsExactly("/tenant-1", "/tenant-2");
  }

  @Test
  void functionSeesTheNameAndTheAuth() {
    server.io.of((name, auth, verdict) -> {
      calls.add(name + auth);
      verdict.allow();
    });
    client.say("0/any,{\"token\":1}");
    client.say("0/other,");
    assertThat(calls).containsExactly("/any{\"token\":1}", "/other{}");
    assertThat(client.sent).hasSize(2).allMatch(message -> message.startsWith("0/"));
  }

  @Test
  void rulesAreTriedInTheirOrderUntilOneAllows() {
    server.io.of((_, _, verdict) -> {
      calls.add("first");
      verdict.pass();
    });
    server.io.of((_, _, verdict) -> {
      calls.add("second");
      verdict.allow();
    });
    server.io.of((_, _, _) -> calls.add("third"));
    client.say("0/x,");
    assertThat(calls).containsExactly("first", "second");
    assertThat(client.sent).containsExactly("0/x,{\"sid\":\"s1\"}");
  }

  @Test
  void namespaceThatThereIsNeedsNoRule() {
    server.io.of((_, _, _) -> calls.add("asked"));
    server.io.of("/fixed");
    client.say("0/fixed,");
    assertThat(calls).isEmpty();
    assertThat(client.sent).containsExactly("0/fixed,{\"sid\":\"s1\"}");
  }

  @Test
  void ruleThatThrowsPassesOnAndIsReported() {
    server.io.of((_, _, _) -> {
      throw new IllegalStateException("boom");
    });
    server.io.of(TENANT);
    client.say("0/tenant-1,", "0/x,");
    assertThat(client.sent)
        .containsExactly("0/tenant-1,{\"sid\":\"s1\"}", "4/x,{\"message\":\"Invalid namespace\"}");
    assertThat(server.failures).containsExactly("connection: boom", "connection: boom");
  }

  @Test
  void ruleMayDecideLaterAndOnlyOnce() {
    server.io.of((_, _, verdict) -> undecided.add(verdict));
    client.say("0/x,");
    assertThat(client.sent).isEmpty();
    undecided.getFirst().allow();
    undecided.getFirst().pass();
    undecided.getFirst().allow();
    assertThat(client.sent).containsExactly("0/x,{\"sid\":\"s1\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0/x,", "2/x,[\"a\"]", "1/x,"})
  void clientThatDoesNotWaitForTheDecisionIsClosed(String message) {
    server.io.of((_, _, verdict) -> undecided.add(verdict));
    client.say("0/x,", message);
    assertThat(client.closed).containsExactly(CloseReason.FORCED_CLOSE);
    undecided.getFirst().allow();
    assertThat(client.sent).isEmpty();
    assertThat(server.io.namespaces().find("/x")).isNull();
  }

  @Test
  void namesThatAreBeingDecidedCountAsNamespaces() {
    server.io.of((_, _, verdict) -> undecided.add(verdict));
    for (int i = 0; i <= MOST; i++) {
      client.say("0/" + i + ",");
    }
    assertThat(undecided).hasSize(MOST);
    assertThat(client.sent).containsExactly("4/10,{\"message\":\"Invalid namespace\"}");
  }

  @Test
  void childBeginsWithTheChecksAndListenersOfItsParent() {
    ParentNamespace parent = server.io.of(TENANT);
    parent.use((_, next) -> {
      calls.add("check");
      next.proceed();
    });
    parent.onConnection(_ -> calls.add("connection"));
    client.say("0/tenant-1,");
    assertThat(calls).containsExactly("check", "connection");
    parent.onConnection(_ -> calls.add("late"));
    server.client().say("0/tenant-1,");
    assertThat(calls).doesNotContain("late");
  }

  @Test
  void childMayHaveChecksOfItsOwn() {
    server.io.of(TENANT);
    server.io.onNewNamespace(namespace -> namespace.use((_, next) -> next.refuse("closed", null)));
    client.say("0/tenant-1,");
    assertThat(client.sent).containsExactly("4/tenant-1,{\"message\":\"closed\"}");
  }

  @Test
  void newNamespacesAreHeardOfOnceAndBeforeTheirSockets() {
    ParentNamespace parent = server.io.of(TENANT);
    parent.onConnection(socket -> calls.add("socket of " + socket.namespace().name()));
    server.io.onNewNamespace(namespace -> {
      calls.add(namespace.name());
      assertThat(server.io.of(namespace.name())).isSameAs(namespace);
    });
    server.io.of("/fixed");
    client.say("0/tenant-1,");
    server.client().say("0/tenant-1,");
    assertThat(calls)
        .containsExactly("/fixed", "/tenant-1", "socket of /tenant-1", "socket of /tenant-1");
    assertThat(server.failures).isEmpty();
  }

  @Test
  void nameThatTheApplicationMakesIsAChildWhenThePatternMatches() {
    ParentNamespace parent = server.io.of(TENANT);
    parent.use((_, next) -> next.refuse("no", null));
    server.io.of((_, _, verdict) -> verdict.allow());
    Namespace child = server.io.of("tenant-5");
    assertThat(child.name()).isEqualTo("/tenant-5");
    assertThat(parent.children()).containsExactly("/tenant-5");
    client.say("0/tenant-5,");
    assertThat(client.sent).containsExactly("4/tenant-5,{\"message\":\"no\"}");
  }

  @Test
  void broadcastToAParentReachesAllChildren() {
    ParentNamespace parent = server.io.of(TENANT);
    parent.onConnection(socket -> socket.join("x"));
    client.say("0/tenant-1,", "0/tenant-2,");
    client.sent.clear();
    parent.everyone().emit("hi");
    parent.to("x").emit("room");
    assertThat(client.sent)
        .containsExactlyInAnyOrder(
            "2/tenant-1,[\"hi\"]",
            "2/tenant-2,[\"hi\"]",
            "2/tenant-1,[\"room\"]",
            "2/tenant-2,[\"room\"]");
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> parent.everyone().fetch(_ -> {}));
  }

  @Test
  void emptyChildStaysUnlessToldOtherwise() {
    server.io.of(TENANT);
    client.say("0/tenant-1,", "1/tenant-1,");
    assertThat(server.io.namespaces().find("/tenant-1")).isNotNull();
  }

  @Test
  void queryIsPartOfTheName() {
    server.io.of("/fixed");
    client.say("0/fixed?a=b,");
    assertThat(client.sent).containsExactly("4/fixed?a=b,{\"message\":\"Invalid namespace\"}");
  }
}
