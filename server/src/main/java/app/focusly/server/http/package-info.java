/// HTTP: routes, origins, addresses, the web app as static files, health.
@NullMarked
package app.focusly.server.http;

import org.jspecify.annotations.NullMarked;
