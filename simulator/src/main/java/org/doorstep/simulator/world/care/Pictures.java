package org.doorstep.simulator.world.care;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.Assessment;
import org.doorstep.dispatch.model.BedsideTests;
import org.doorstep.dispatch.model.Breathing;
import org.doorstep.dispatch.model.CareProposal;
import org.doorstep.dispatch.model.Circulation;
import org.doorstep.dispatch.model.Consciousness;
import org.doorstep.dispatch.model.Finding;
import org.doorstep.dispatch.model.Findings;
import org.doorstep.dispatch.model.ObservationSet;
import org.doorstep.dispatch.model.Oxygen;
import org.doorstep.dispatch.model.PatientFacts;
import org.doorstep.dispatch.policy.DestinationQuestion;
import org.doorstep.dispatch.protocol.CareDecision;
import org.doorstep.dispatch.protocol.CareTables;
import org.doorstep.dispatch.protocol.DecisionTable;
import org.doorstep.dispatch.protocol.News2;
import org.doorstep.dispatch.protocol.TableKind;
import org.doorstep.dispatch.wire.RecordJson;
import org.doorstep.simulator.scenario.Picture;
import org.doorstep.simulator.scenario.Picture.Signs;

/**
 * What the protocol proposes for each picture of the scenario: the real tables are asked once for
 * each, because the same assessment always gets the same answer. Immutable.
 */
public final class Pictures {
  private static final Duration ROUNDS_APART = Duration.ofMinutes(12);
  private static final String TABLES = "/west-kent/protocol/%s.json";

  private final List<Proposed> proposed;

  /**
   * What follows from a picture.
   *
   * @param patient what a choice of destination has to know
   */
  public record Proposed(CareProposal proposal, DestinationQuestion.Patient patient) {}

  /** Asks the shipped tables about all pictures. */
  public Pictures(List<Picture> pictures) {
    CareTables tables =
        new CareTables(
            table(TableKind.MINIMUM_LEVEL),
            table(TableKind.DESTINATION_CLASS),
            table(TableKind.PRE_ALERT),
            table(TableKind.FOLLOW_UP),
            table(TableKind.WISHES));
    proposed = pictures.stream().map(each -> proposed(tables, each.seen())).toList();
  }

  /** What follows from a picture by its number. */
  public Proposed of(int picture) {
    return proposed.get(picture);
  }

  private static Proposed proposed(CareTables tables, Picture.Seen seen) {
    Assessment assessment = assessment(seen);
    CareProposal proposal =
        CareDecision.decide(tables, assessment).proposal(News2.counting(assessment));
    return new Proposed(proposal, DestinationQuestion.Patient.of(assessment, false));
  }

  private static Assessment assessment(Picture.Seen seen) {
    List<Finding> absent = new ArrayList<>(List.of(Finding.values()));
    absent.removeAll(seen.found());
    return new Assessment(
        new PatientFacts(Optional.of(seen.ageYears()), Optional.of(false), Optional.empty()),
        List.of(
            round(seen.signs(), Instant.EPOCH),
            round(seen.signs(), Instant.EPOCH.plus(ROUNDS_APART))),
        new Findings(seen.found(), absent));
  }

  private static ObservationSet round(Signs signs, Instant at) {
    return switch (signs) {
      case WELL -> round(at, breathing(16, 97, Oxygen.AIR), circulation(132, 78), 368);
      case UNWELL -> round(at, breathing(21, 95, Oxygen.AIR), circulation(118, 96), 372);
      case SICK ->
          round(
              at, breathing(28, 90, new Oxygen(true, Optional.empty())), circulation(94, 122), 388);
    };
  }

  private static ObservationSet round(
      Instant at, Breathing breathing, Circulation circulation, int temperatureTenths) {
    return new ObservationSet(
        at,
        breathing,
        circulation,
        Optional.of(Consciousness.ALERT),
        Optional.of(temperatureTenths),
        BedsideTests.NONE);
  }

  private static Breathing breathing(int breaths, int saturation, Oxygen oxygen) {
    return new Breathing(Optional.of(breaths), Optional.of(saturation), Optional.of(oxygen));
  }

  private static Circulation circulation(int systolic, int pulse) {
    return new Circulation(Optional.of(systolic), Optional.of(pulse));
  }

  private static DecisionTable table(TableKind kind) {
    String name = TABLES.formatted(kind.id());
    try (InputStream in = CareTables.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The resource (%s) is missing.".formatted(name));
      }
      return RecordJson.read(DecisionTable.class, in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
