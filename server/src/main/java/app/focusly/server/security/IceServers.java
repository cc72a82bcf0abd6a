package app.focusly.server.security;

import app.focusly.server.config.IceConfig;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/// The STUN and TURN servers as a client's `RTCPeerConnection` takes them, with TURN credentials of
/// limited life by the TURN REST scheme (draft-uberti-behave-turn-rest): the user name is the time
/// of expiry and the member, the password a code over it with the TURN server's secret. Immutable.
public final class IceServers {
  private final IceConfig config;
  private final Signature signature;

  public IceServers(IceConfig config) {
    this.config = config;
    byte[] secret = config.turnSecret().isEmpty() ? new byte[1] : utf8(config.turnSecret());
    this.signature = new Signature("HmacSHA1", secret);
  }

  /// Adds `iceServers` and, when they hold credentials, `iceServersExpireAt` (epoch ms) to an
  /// answer.
  public void addTo(ObjectNode answer, String memberId, Instant now) {
    ArrayNode servers = answer.putArray("iceServers");
    if (!config.stun().isEmpty()) {
      servers.addObject().set("urls", urls(config.stun()));
    }
    if (!config.turn().isEmpty()) {
      Instant expiry = now.plus(config.turnLifetime());
      String user = expiry.getEpochSecond() + ":" + memberId;
      ObjectNode turn = servers.addObject();
      turn.set("urls", urls(config.turn()));
      turn.put("username", user);
      turn.put("credential", Base64.getEncoder().encodeToString(signature.of(user)));
      answer.put("iceServersExpireAt", expiry.toEpochMilli());
    }
  }

  private static ArrayNode urls(List<String> urls) {
    ArrayNode node = JsonNodeFactory.instance.arrayNode(urls.size());
    urls.forEach(node::add);
    return node;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
