package org.doorstep.simulator.host;

import java.time.Instant;
import java.util.UUID;
import org.doorstep.dispatch.command.CommandHead;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.model.CommandId;
import org.doorstep.dispatch.model.RecordId;

/**
 * Names the commands and records of one simulated area by counting, so that the same run names them
 * the same. The ids have the form of UUIDs of version 7 without their clock. One thread.
 */
public final class CommandHeads {
  private static final long VERSION_7 = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;
  private static final long RECORDS = 1L << 32;

  private final AreaId area;
  private long commands;
  private long records;

  /** Heads for the commands of an area. */
  public CommandHeads(AreaId area) {
    this.area = area;
  }

  /** The head of the next command. */
  public CommandHead next(Actor actor, Instant at) {
    commands++;
    return new CommandHead(new CommandId(new UUID(VERSION_7, VARIANT | commands)), area, actor, at);
  }

  /** Where the words of the next record would lie. */
  public RecordId nextRecord() {
    records++;
    return new RecordId(new UUID(VERSION_7 | RECORDS, VARIANT | records));
  }
}
