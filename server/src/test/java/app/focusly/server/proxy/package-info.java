/// The server behind a reverse proxy.
@NullMarked
package app.focusly.server.proxy;

import org.jspecify.annotations.NullMarked;
