/** Tests of the hierarchy. */
@org.jspecify.annotations.NullMarked
package org.doorstep.routing.hierarchy;
