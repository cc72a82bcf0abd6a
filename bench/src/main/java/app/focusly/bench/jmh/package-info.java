/// The hot paths alone, under JMH.
@NullMarked
package app.focusly.bench.jmh;

import org.jspecify.annotations.NullMarked;
