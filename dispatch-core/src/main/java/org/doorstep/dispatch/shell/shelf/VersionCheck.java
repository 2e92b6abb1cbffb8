package org.doorstep.dispatch.shell.shelf;

import java.util.List;
import org.doorstep.dispatch.protocol.DecisionTable;
import org.doorstep.dispatch.protocol.TableIdentity;
import org.doorstep.dispatch.protocol.proof.TableChange;
import org.doorstep.dispatch.protocol.proof.TableProof;
import org.doorstep.dispatch.shell.protocol.TableGate;

/**
 * What a version is worth, for every input that there is.
 *
 * @param proof of the rules of its kind
 * @param faults what keeps it from being adopted, beside the tables that run; none where nothing
 * @param against the version that runs
 * @param changes exactly what would change against that version
 */
public record VersionCheck(
    TableVersion version,
    TableProof proof,
    List<TableProof.Fault> faults,
    TableIdentity against,
    List<TableChange> changes) {
  public VersionCheck {
    faults = List.copyOf(faults);
    changes = List.copyOf(changes);
  }

  static VersionCheck of(TableVersion version, RunningTables running) {
    DecisionTable runs = running.table(version.kind());
    return new VersionCheck(
        version,
        TableProof.of(version.table()),
        TableGate.adoptionFaults(version.table(), running.care()),
        runs.identity(),
        TableChange.between(runs, version.table()));
  }
}
