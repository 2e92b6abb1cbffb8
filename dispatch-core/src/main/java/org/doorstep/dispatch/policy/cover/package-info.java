/**
 * Expected cover: how much of the demand of the next minutes no free unit would reach in time, and
 * the choices that follow from it; pure. Speaks in indexes and knows no commands.
 */
@NullMarked
package org.doorstep.dispatch.policy.cover;

import org.jspecify.annotations.NullMarked;
