/// Tests of ids and signatures.
@NullMarked
package app.focusly.server.security;

import org.jspecify.annotations.NullMarked;
