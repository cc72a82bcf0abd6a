/// Servers for tests of other people's making.
@NullMarked
package app.focusly.server.testing;

import org.jspecify.annotations.NullMarked;
