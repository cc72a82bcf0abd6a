package app.focusly.server.config;

import java.time.Duration;
import java.util.List;

/// Which STUN and TURN servers the clients are told of.
///
/// @param stun `stun:` URLs
/// @param turn `turn:` and `turns:` URLs
/// @param turnSecret shared with the TURN server; empty when there is none
/// @param turnLifetime how long TURN credentials are good for
public record IceConfig(
    List<String> stun, List<String> turn, String turnSecret, Duration turnLifetime) {

  /// Reads it; what is wrong is noted in the settings.
  public static IceConfig read(Settings settings) {
    List<String> stun = urls(settings, Option.STUN, "stuns?:\\S+");
    List<String> turn = urls(settings, Option.TURN_URLS, "turns?:\\S+");
    String secret = settings.text(Option.TURN_SECRET);
    if (!turn.isEmpty() && secret.isEmpty()) {
      settings.problem(Option.TURN_SECRET, "is missing: TURN needs the secret of its server");
    }
    return new IceConfig(stun, turn, secret, settings.duration(Option.TURN_LIFETIME));
  }

  private static List<String> urls(Settings settings, Option option, String form) {
    List<String> urls = settings.list(option);
    if (!urls.stream().allMatch(url -> url.matches(form))) {
      settings.problem(option, "takes URLs such as " + form.substring(0, 4) + ":example.org:3478");
    }
    return urls;
  }
}
