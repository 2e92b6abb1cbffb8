/** The incident record: identity and free text, sealed with one key each. */
@NullMarked
package org.doorstep.dispatch.shell.record;

import org.jspecify.annotations.NullMarked;
