/// What the operating system says of processes and of itself.
@NullMarked
package app.focusly.bench.machine;

import org.jspecify.annotations.NullMarked;
