/**
 * The node among others: who is there, and the way to each of them; and groups of members that
 * answer questions for somebody else. Only here is Hazelcast, in classes that bear its name.
 */
@NullMarked
package org.doorstep.dispatch.shell.cluster;

import org.jspecify.annotations.NullMarked;
