/// Plays the clients, all on one event loop, at so little cost that the server is the limit.
@NullMarked
package app.focusly.bench.generator;

import org.jspecify.annotations.NullMarked;
