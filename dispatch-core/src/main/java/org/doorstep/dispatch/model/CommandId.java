package org.doorstep.dispatch.model;

import java.util.UUID;

/**
 * A command's identity, made by whoever asks (UUID version 7), so that a repeat is known as one.
 */
public record CommandId(UUID value) {}
