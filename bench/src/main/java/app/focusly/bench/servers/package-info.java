/// The servers that are measured, each a child process.
@NullMarked
package app.focusly.bench.servers;

import org.jspecify.annotations.NullMarked;
