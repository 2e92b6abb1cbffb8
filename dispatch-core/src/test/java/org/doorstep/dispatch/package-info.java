/** What all tests of the core share, and the rules between its packages. */
@NullMarked
package org.doorstep.dispatch;

import org.jspecify.annotations.NullMarked;
