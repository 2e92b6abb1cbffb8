/** Decision tables as clinicians keep them, held to the engine that defines them. */
@NullMarked
package org.doorstep.dispatch.shell.protocol;

import org.jspecify.annotations.NullMarked;
