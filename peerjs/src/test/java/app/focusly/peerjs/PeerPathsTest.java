package app.focusly.peerjs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeerPathsTest {

  private final PeerPaths paths = new PeerPaths(PeerOptions.defaults());
  private final PeerPaths otherKey = new PeerPaths(new OptionsBuilder().key("my app").build());

  @ParameterizedTest
  @ValueSource(strings = {"/peerjs", "/peerjs/"})
  void infoIsAtTheBase(String path) {
    assertThat(paths.route(path, false)).contains(new PeerRoute.ServerInfo());
    assertThat(otherKey.route(path, false)).contains(new PeerRoute.ServerInfo());
  }

  @ParameterizedTest
  @CsvSource({
    "/peerjs/id,peerjs",
    "/peerjs/peerjs/id,peerjs",
    "/peerjs/id/,peerjs",
    "/peerjs/peerjs/id/,peerjs",
    "/peerjs/other/id,other",
    "/peerjs/my%20app/id,my app",
  })
  void idInBothShapes(String path, String key) {
    assertThat(paths.route(path, false)).contains(new PeerRoute.NewId(key));
    assertThat(paths.route(path.replaceFirst("/id", "/peers"), false))
        .contains(new PeerRoute.Peers(key));
  }

  @Test
  void configuredKeyIsClaimedAtTheRoot() {
    assertThat(otherKey.route("/my%20app/id", false)).contains(new PeerRoute.NewId("my app"));
    assertThat(otherKey.route("/my%20app/peers", false)).contains(new PeerRoute.Peers("my app"));
    assertThat(otherKey.route("/peerjs/id", false)).contains(new PeerRoute.NewId("peerjs"));
    assertThat(otherKey.route("/peerjs/my%20app/id", false))
        .contains(new PeerRoute.NewId("my app"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "",
        "*",
        "//",
        "/index.html",
        "/room/id",
        "/my%20app/id",
        "/room/peers",
        "/id",
        "/peerjs.js",
        "/peerjsx/other/id",
        "/room/other/id",
        "/PEERJS",
        "/socket.io/"
      })
  void restIsTheWebApps(String path) {
    assertThat(paths.route(path, false)).isEqualTo(Optional.empty());
    assertThat(paths.route(path, true)).isEqualTo(Optional.empty());
  }

  @Test
  void ownKeyClaimsNothingElseAtTheRoot() {
    assertThat(otherKey.route("/my%20app", false)).isEmpty();
    assertThat(otherKey.route("/my%20app/style.css", false)).isEmpty();
    assertThat(otherKey.route("/my%20app/peerjs/id", false)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/peerjs/peerjs",
        "/peerjs/index.html",
        "/peerjs//",
        "/peerjs/peerjs/other",
        "/peerjs/peerjs/id/more",
        "/peerjs/a/b/c/d/e/f",
        "/peerjs/id//",
      })
  void nothingElseIsUnderTheBase(String path) {
    assertThat(paths.route(path, false)).contains(new PeerRoute.Unknown());
  }

  /// A client that was told a path which is not ours took the web app's page for its id.
  @ParameterizedTest
  @ValueSource(strings = {"/room/peerjs/id", "/room/peerjs/peers", "/a/b/c/d/peerjs/id"})
  void nothingIsThereForClientsOfOtherPaths(String path) {
    assertThat(paths.route(path, false)).contains(new PeerRoute.Unknown());
    assertThat(otherKey.route(path, false)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/peerjs", "/peerjs/peerjs"})
  void socketInBothShapes(String path) {
    assertThat(paths.route(path, true)).contains(new PeerRoute.Socket());
    assertThat(otherKey.route(path, true)).contains(new PeerRoute.Socket());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/peerjs/", "/peerjs/peerjs/", "/peerjs/id", "/peerjs/other"})
  void noOtherPathUpgrades(String path) {
    assertThat(paths.route(path, true)).contains(new PeerRoute.Unknown());
  }
}
