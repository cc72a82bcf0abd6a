/// What no code of ours may do, done on purpose: that the rules of the house notice it is tested
/// with these classes.
@NullMarked
package app.focusly.server.testing.planted;

import org.jspecify.annotations.NullMarked;
