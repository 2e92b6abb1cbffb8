/** What a person or a system asks for, with identity and time already on it. */
@NullMarked
package org.doorstep.dispatch.command;

import org.jspecify.annotations.NullMarked;
