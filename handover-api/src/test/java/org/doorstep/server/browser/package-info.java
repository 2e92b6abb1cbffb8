/** The screens in a real browser before a real server, by keys and in words as a desk uses them. */
@NullMarked
package org.doorstep.server.browser;

import org.jspecify.annotations.NullMarked;
