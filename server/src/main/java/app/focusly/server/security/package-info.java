/// Secrets: random ids, signed cookies, TURN credentials.
@NullMarked
package app.focusly.server.security;

import org.jspecify.annotations.NullMarked;
