/// What the tests of several modules share.
@NullMarked
package app.focusly.testkit;

import org.jspecify.annotations.NullMarked;
