/// The process: wiring by hand, start and stop.
@NullMarked
package app.focusly.server;

import org.jspecify.annotations.NullMarked;
