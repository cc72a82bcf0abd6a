package app.focusly.peerjs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// PeerServer's option `path` names the only path; here it names one more.
class MountPathTest {

  private static PeerPaths at(String path) {
    return new PeerPaths(new OptionsBuilder().path(path).build());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/apps/signal", "/apps/signal/"})
  void everyRouteIsUnderIt(String path) {
    PeerPaths paths = at(path);
    assertThat(paths.route("/apps/signal", false)).contains(new PeerRoute.ServerInfo());
    assertThat(paths.route("/apps/signal/", false)).contains(new PeerRoute.ServerInfo());
    assertThat(paths.route("/apps/signal/k/id", false)).contains(new PeerRoute.NewId("k"));
    assertThat(paths.route("/apps/signal/k/peers", false)).contains(new PeerRoute.Peers("k"));
    assertThat(paths.route("/apps/signal/peerjs", true)).contains(new PeerRoute.Socket());
  }

  @ParameterizedTest
  @CsvSource({
    "/apps/signal/x,       false",
    "/apps/signal/k/x,     false",
    "/apps/signal/k/id/x,  false",
    "/apps/signal,         true",
    "/apps/signal/peerjs/, true",
  })
  void nothingElseIsUnderIt(String path, boolean upgrade) {
    assertThat(at("/apps/signal").route(path, upgrade)).contains(new PeerRoute.Unknown());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/apps", "/apps/", "/apps/signals/k/id", "/apps/signalpeerjs"})
  void whatOnlyLooksLikeItIsTheWebApps(String path) {
    assertThat(at("/apps/signal").route(path, false)).isEmpty();
    assertThat(at("/apps/signal").route(path, true)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/peerjs", "/peerjs/", "/signal", "/peerjs/signal"})
  void theUsualPathsAreServedBesidesIt(String path) {
    PeerPaths paths = at(path);
    assertThat(paths.route("/peerjs", false)).contains(new PeerRoute.ServerInfo());
    assertThat(paths.route("/peerjs/id", false)).contains(new PeerRoute.NewId("peerjs"));
    assertThat(paths.route("/peerjs/peerjs/id", false)).contains(new PeerRoute.NewId("peerjs"));
    assertThat(paths.route("/peerjs", true)).contains(new PeerRoute.Socket());
    assertThat(paths.route("/peerjs/peerjs", true)).contains(new PeerRoute.Socket());
  }

  @Test
  void itMayBeUnderTheUsualOne() {
    PeerPaths paths = at("/peerjs/signal");
    assertThat(paths.route("/peerjs/signal", false)).contains(new PeerRoute.ServerInfo());
    assertThat(paths.route("/peerjs/signal/k/id", false)).contains(new PeerRoute.NewId("k"));
    assertThat(paths.route("/peerjs/signal/peerjs", true)).contains(new PeerRoute.Socket());
  }

  @Test
  void itMayBeNamedAsTheKeyIs() {
    PeerPaths paths = new PeerPaths(new OptionsBuilder().path("/app").key("app").build());
    assertThat(paths.route("/app/id", false)).contains(new PeerRoute.NewId("app"));
    assertThat(paths.route("/app/app/id", false)).contains(new PeerRoute.NewId("app"));
    assertThat(paths.route("/app", false)).contains(new PeerRoute.ServerInfo());
  }
}
