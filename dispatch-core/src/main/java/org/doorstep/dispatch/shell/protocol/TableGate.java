package org.doorstep.dispatch.shell.protocol;

import java.util.List;
import org.doorstep.dispatch.model.RuleUse;
import org.doorstep.dispatch.protocol.CareTables;
import org.doorstep.dispatch.protocol.DecisionTable;
import org.doorstep.dispatch.protocol.TableIdentity;
import org.doorstep.dispatch.protocol.TableKind;
import org.doorstep.dispatch.protocol.TableRow;
import org.doorstep.dispatch.protocol.proof.CareTablesProof;
import org.doorstep.dispatch.protocol.proof.TableProof;

/**
 * The two gates that a table passes: one to be kept, a higher one to decide.
 *
 * <p>Kept is what some row always decides, one at most, no row in vain, by inputs that there are,
 * and what the DMN engine answers alike. A table that is kept and breaks another rule can be looked
 * at and asked in the shadow; it never decides.
 */
public final class TableGate {
  private static final List<String> AT_LOAD = List.of("TOTAL", "DETERMINED", "REACHED");

  /** Inputs on which the compiled form is compared with the engine at each load. */
  private static final int SAMPLES = 1_000;

  private TableGate() {}

  /**
   * A table that may be kept.
   *
   * @param name of the file, for messages
   * @throws ProtocolFault naming file, row and rule, if it may not
   */
  public static DecisionTable load(String name, byte[] bytes) {
    DmnFile file = DmnFile.read(name, bytes);
    try {
      List<String> unfit =
          TableProof.of(file.table()).faults().stream()
              .filter(fault -> AT_LOAD.contains(fault.rule()))
              .map(fault -> fault.rule() + ": " + fault.sentence())
              .toList();
      refuse(unfit);
      checkCodes(file.table());
      refuse(ProtocolCheck.of(file, SAMPLES, file.table().origin().effective()).faults());
      return file.table();
    } catch (IllegalArgumentException e) {
      throw new ProtocolFault(
          "The table file (%s) is refused: %s".formatted(name, e.getMessage()), e);
    }
  }

  private static void refuse(List<String> faults) {
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", faults));
    }
  }

  /** A word that stands for no level of care is none, and a name that no log can hold is none. */
  private static void checkCodes(DecisionTable table) {
    List<String> rows = table.rows().stream().map(TableRow::id).toList();
    TableIdentity identity = table.identity();
    var unused = new RuleUse(identity.id(), identity.version(), identity.sha256(), rows);
    if (TableKind.of(table) != TableKind.RESPONSE_PLAN) {
      var unusedToo = ProtocolFiles.westKent().with(table);
    }
  }

  /**
   * What keeps a table from deciding beside the others that run; none where nothing does.
   *
   * @param running whose table of the same kind it would replace
   */
  public static List<TableProof.Fault> adoptionFaults(DecisionTable table, CareTables running) {
    TableProof proof = TableProof.of(table);
    return !proof.holds() || TableKind.of(table) == TableKind.RESPONSE_PLAN
        ? proof.faults()
        : CareTablesProof.faults(running.with(table));
  }
}
