package org.doorstep.dispatch.shell.shelf;

import java.time.Instant;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.protocol.DecisionTable;
import org.doorstep.dispatch.protocol.TableKind;

/** A version of a decision table as it is kept for ever, and who has loaded it. */
public record TableVersion(DecisionTable table, Actor loadedBy, Instant loadedAt) {
  /** Which decision the table is about. */
  public TableKind kind() {
    return TableKind.of(table);
  }

  /** The hash of its file, by which decisions name it. */
  public String sha256() {
    return table.identity().sha256();
  }

  boolean is(TableKind kind, String sha256) {
    return table.identity().id().equals(kind.id()) && sha256().equals(sha256);
  }
}
