/// What one connection and one address may use, so that nobody takes the others' share.
@NullMarked
package app.focusly.server.limit;

import org.jspecify.annotations.NullMarked;
