/** What the world is told or asked once a decision is durable. */
@NullMarked
package org.doorstep.dispatch.effect;

import org.jspecify.annotations.NullMarked;
