package org.doorstep.simulator.fault;

import java.util.function.Consumer;
import org.doorstep.dispatch.command.Reply;
import org.doorstep.dispatch.effect.Effect;
import org.doorstep.dispatch.model.AreaId;

/**
 * What the nodes of one area have in common.
 *
 * @param replies carries an answer to whoever gave the command
 * @param orders carries an order to the world
 */
record Site(
    AreaId area,
    VirtualClock clock,
    SharedLog log,
    ShellSteps steps,
    Consumer<Reply> replies,
    Consumer<Effect> orders) {}
