/// What is told at the end.
@NullMarked
package app.focusly.bench.report;

import org.jspecify.annotations.NullMarked;
