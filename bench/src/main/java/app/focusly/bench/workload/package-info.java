/// What the clients do.
@NullMarked
package app.focusly.bench.workload;

import org.jspecify.annotations.NullMarked;
