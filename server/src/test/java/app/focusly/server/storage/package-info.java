/// The server and the disk under it: full, damaged, copied, and written to before anybody hears.
@NullMarked
package app.focusly.server.storage;

import org.jspecify.annotations.NullMarked;
