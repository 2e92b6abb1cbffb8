/** Tests of what became of patients. */
@NullMarked
package org.doorstep.server.outcome;

import org.jspecify.annotations.NullMarked;
