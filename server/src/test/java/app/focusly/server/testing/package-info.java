/// What the tests of the server share: servers to test, and clients that say exactly what they are
/// told to, right or wrong.
@NullMarked
package app.focusly.server.testing;

import org.jspecify.annotations.NullMarked;
