/** Decision tables: state and command in, events or refusal out. */
@NullMarked
package org.doorstep.dispatch.decision;

import org.jspecify.annotations.NullMarked;
