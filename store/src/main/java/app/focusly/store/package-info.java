/// Keeps what must outlive the process, in a SQLite database.
@NullMarked
package app.focusly.store;

import org.jspecify.annotations.NullMarked;
