package org.doorstep.dispatch.protocol;

import java.util.Optional;

/**
 * The value of one input when a table was asked.
 *
 * @param value as text: {@code true}, {@code 7}; empty when it is not known
 */
public record Fact(String name, Optional<String> value) {}
