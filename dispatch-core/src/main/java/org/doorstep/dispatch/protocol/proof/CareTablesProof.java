package org.doorstep.dispatch.protocol.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.doorstep.dispatch.model.CareLevel;
import org.doorstep.dispatch.model.DestinationClass;
import org.doorstep.dispatch.protocol.CareTables;
import org.doorstep.dispatch.protocol.DecisionTable;
import org.doorstep.dispatch.protocol.Fact;
import org.doorstep.dispatch.protocol.InputDomain;
import org.doorstep.dispatch.protocol.TableKind;
import org.doorstep.dispatch.protocol.TableRow;
import org.doorstep.dispatch.protocol.proof.TableProof.Fault;

/**
 * What must hold of tables that are asked one after the other, for every clinical input: the kind
 * of place never stands for less care than the level, home follows from nothing but the level that
 * says so, and who is warned at the highest level is warned whatever the place.
 */
public final class CareTablesProof {
  private final CareTables tables;
  private final List<Fault> faults = new ArrayList<>();

  private CareTablesProof(CareTables tables) {
    this.tables = tables;
  }

  /** The rules that the tables break together; none where all hold. */
  public static List<Fault> faults(CareTables tables) {
    CareTablesProof proof = new CareTablesProof(tables);
    proof.walk();
    return proof.faults.stream().limit(TableProof.FAULTS_MAX).toList();
  }

  private void walk() {
    List<InputDomain> domains = TableKind.MINIMUM_LEVEL.inputs();
    AllInputs inputs =
        new AllInputs(
            domains,
            List.of(
                RowGroup.of(tables.minimumLevel()),
                RowGroup.of(tables.destinationClass()).without("level")));
    TreeSet<String> warned = new TreeSet<>();
    for (Walk.End end : new Walk(inputs).ends()) {
      TableRow clinical =
          TableProof.deciding(tables.minimumLevel(), inputs, end.after(), 0).orElseThrow();
      CareLevel level = CareLevel.valueOf(tables.minimumLevel().output(clinical, "level"));
      DestinationClass place = place(inputs, end, level);
      checkPlace(level, place, clinical, end.example());
      if (warned.add(level + " " + place)) {
        checkWarning(level, place, end.example());
      }
    }
  }

  private DestinationClass place(AllInputs inputs, Walk.End end, CareLevel level) {
    DecisionTable table = tables.destinationClass();
    TableRow row =
        inputs.matching(end.after(), 1).stream()
            .map(at -> table.rows().get(at))
            .filter(
                each ->
                    each.condition("level")
                        .map(cell -> cell.holds(Optional.of(level.name())))
                        .orElse(true))
            .findFirst()
            .orElseThrow();
    return DestinationClass.valueOf(table.output(row, "destination"));
  }

  private void checkPlace(
      CareLevel level, DestinationClass place, TableRow row, List<Fact> example) {
    if (Ranks.rank(place) < level.urgency()) {
      faults.add(
          new Fault(
              "PLACE",
              List.of(row.id()),
              "The place (%s) stands for less care than the level (%s) of the row (%s)."
                  .formatted(place, level, row.id()),
              example));
    }
    if ((place == DestinationClass.HOME) != (level == CareLevel.TREAT_AT_SCENE)) {
      faults.add(
          new Fault(
              "HOME",
              List.of(row.id()),
              "The place (%s) and the level (%s) of the row (%s) must both mean home, or neither."
                  .formatted(place, level, row.id()),
              example));
    }
  }

  private void checkWarning(CareLevel level, DestinationClass place, List<Fact> example) {
    for (Optional<String> sepsis : List.of(Optional.<String>empty(), Optional.of("false"))) {
      SortedMap<String, Optional<String>> known = new TreeMap<>();
      known.put("level", Optional.of(level.name()));
      known.put("destination", Optional.of(place.name()));
      known.put("suspectedSepsis", sepsis);
      DecisionTable table = tables.preAlert();
      List<TableRow> rows = table.counting(table.matching(table.facts(known)));
      boolean warns = rows.stream().anyMatch(row -> table.output(row, "preAlert").equals("true"));
      if (level == CareLevel.ED_PREALERT && !warns) {
        faults.add(
            new Fault(
                "WARNING",
                rows.stream().map(TableRow::id).toList(),
                "Nobody is warned at the level (%s) with the place (%s).".formatted(level, place),
                example));
      }
    }
  }
}
