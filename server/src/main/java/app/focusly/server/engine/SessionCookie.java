package app.focusly.server.engine;

/// A cookie with the session's id, by which a load balancer keeps a client's requests together. The
/// server itself does not read it.
record SessionCookie(String name) {

  /// The value of `Set-Cookie`.
  ///
  /// @param secure whether the client speaks TLS
  String header(String sid, boolean secure) {
    return name + "=" + sid + "; Path=/; HttpOnly" + (secure ? "; Secure" : "") + "; SameSite=Lax";
  }
}
