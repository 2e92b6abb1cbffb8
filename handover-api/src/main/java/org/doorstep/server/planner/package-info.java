/**
 * What planners keep and run: scenarios as files, and experiments as processes of their own, so
 * that the server that dispatches never simulates.
 */
@NullMarked
package org.doorstep.server.planner;

import org.jspecify.annotations.NullMarked;
