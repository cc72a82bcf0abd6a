/// What is counted, and the page that Prometheus reads.
@NullMarked
package app.focusly.server.metrics;

import org.jspecify.annotations.NullMarked;
