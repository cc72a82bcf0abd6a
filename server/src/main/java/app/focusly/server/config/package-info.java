/// What can be set, where it is read from, and what is wrong with it.
@NullMarked
package app.focusly.server.config;

import org.jspecify.annotations.NullMarked;
