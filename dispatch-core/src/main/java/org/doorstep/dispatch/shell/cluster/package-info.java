/** The node among others: who is there, and the event bus between them. Only here is Hazelcast. */
@NullMarked
package org.doorstep.dispatch.shell.cluster;

import org.jspecify.annotations.NullMarked;
