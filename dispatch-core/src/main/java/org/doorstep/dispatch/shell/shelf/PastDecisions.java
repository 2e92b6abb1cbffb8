package org.doorstep.dispatch.shell.shelf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.dispatch.protocol.CareDecision;
import org.doorstep.dispatch.protocol.CareResult;
import org.doorstep.dispatch.protocol.CareTables;
import org.doorstep.dispatch.protocol.DecisionTable;
import org.doorstep.dispatch.protocol.TableIdentity;
import org.doorstep.dispatch.protocol.TableKind;
import org.doorstep.dispatch.protocol.TableUse;
import org.doorstep.dispatch.shell.record.AssessmentDetails;
import org.doorstep.dispatch.shell.record.IncidentRecord;

/**
 * Decides old assessments again: under the very versions of the tables that decided then, and under
 * those that run today. Changes nothing. Blocks; thread-safe.
 */
public final class PastDecisions {
  private final ProtocolShelf shelf;
  private final IncidentRecord record;
  private final AreaId area;

  /** What came of deciding under the versions of then. */
  public enum Verdict {
    /** The same in every part, as it has to be. */
    SAME,
    /** Not the same: the program, not a table, has changed. */
    DIFFERENT,
    /** A version is not on the shelf, or this program cannot ask it. */
    NOT_ASKABLE
  }

  /**
   * A table of then.
   *
   * @param onShelf whether the very version can be asked again
   */
  public record Used(TableIdentity table, boolean onShelf) {}

  /** What comes out of other tables, and in what it differs. */
  public record Compared(Decided decided, List<DecidedChange> changes, List<TableIdentity> tables) {
    public Compared {
      changes = List.copyOf(changes);
      tables = List.copyOf(tables);
    }
  }

  /**
   * An old decision beside what the tables say now.
   *
   * @param then as it was answered
   * @param again under the same versions; empty where they cannot be asked
   * @param today under those that run
   */
  public record Again(
      Verdict verdict, List<Used> tables, Decided then, Optional<Compared> again, Compared today) {
    public Again {
      tables = List.copyOf(tables);
    }
  }

  /** The past decisions of an area. */
  public PastDecisions(ProtocolShelf shelf, IncidentRecord record, AreaId area) {
    this.shelf = shelf;
    this.record = record;
    this.area = area;
  }

  /** A decision decided again; empty where the patient has no such assessment, or it was erased. */
  public Optional<Again> find(PatientId patient, RecordId id) {
    return record.isAbout(id, area, patient, AssessmentDetails.KIND)
        ? details(id).map(this::again)
        : Optional.empty();
  }

  Optional<AssessmentDetails> details(RecordId id) {
    return record.find(id).map(AssessmentDetails::of);
  }

  /** The tables that made a result; empty where one cannot be asked again. */
  Optional<CareTables> tables(CareResult result) {
    ShelfView view = shelf.view();
    CareTables tables = shelf.running().care();
    List<TableUse> uses = result.uses();
    if (uses.size() < tables.list().size()) {
      // Of before all tables were named.
      return Optional.empty();
    }
    try {
      for (TableUse use : uses) {
        Optional<TableVersion> version = view.find(use.table());
        if (version.isEmpty() || version.get().kind() == TableKind.RESPONSE_PLAN) {
          return Optional.empty();
        }
        tables = tables.with(version.get().table());
      }
      return Optional.of(tables);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Again again(AssessmentDetails details) {
    CareResult then = details.result();
    List<Used> used = new ArrayList<>();
    then.uses().forEach(use -> used.add(used(use)));
    Optional<CareTables> tables = tables(then);
    Optional<CareResult> again =
        tables.map(each -> CareDecision.decide(each, details.assessment()));
    Verdict verdict =
        again
            .map(result -> result.equals(then) ? Verdict.SAME : Verdict.DIFFERENT)
            .orElse(Verdict.NOT_ASKABLE);
    CareTables running = shelf.running().care();
    return new Again(
        verdict,
        used,
        Decided.of(then),
        again.map(result -> compared(then, result, tables.orElse(running))),
        compared(then, CareDecision.decide(running, details.assessment()), running));
  }

  private Used used(TableUse use) {
    return new Used(use.table(), shelf.view().find(use.table()).isPresent());
  }

  private static Compared compared(CareResult then, CareResult other, CareTables tables) {
    Decided decided = Decided.of(other);
    return new Compared(
        decided,
        Decided.of(then).changes(decided),
        tables.list().stream().map(DecisionTable::identity).toList());
  }
}
