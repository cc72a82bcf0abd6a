/// Checks that the documents say what is so.
@NullMarked
package app.focusly.server.docs;

import org.jspecify.annotations.NullMarked;
