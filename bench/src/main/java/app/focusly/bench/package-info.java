/// Measures the server beside the Node servers that it replaces.
@NullMarked
package app.focusly.bench;

import org.jspecify.annotations.NullMarked;
