/** Choices by cover, each beside a slow twin. */
@NullMarked
package org.doorstep.dispatch.policy.cover;

import org.jspecify.annotations.NullMarked;
