package org.doorstep.dispatch.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorstep.dispatch.World.drive;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.doorstep.dispatch.Seeds;
import org.doorstep.dispatch.World;
import org.doorstep.dispatch.model.Candidate;
import org.doorstep.dispatch.model.Capabilities;
import org.doorstep.dispatch.model.Capability;
import org.doorstep.dispatch.model.ClinicalUnit;
import org.doorstep.dispatch.model.Exclusion;
import org.doorstep.dispatch.model.Reason;
import org.doorstep.dispatch.model.Reason.Code;
import org.doorstep.dispatch.model.Recommendation;
import org.doorstep.dispatch.model.TravelQuote;
import org.doorstep.dispatch.model.UnavailableReason;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.dispatch.model.UnitKind;
import org.junit.jupiter.api.Test;

/** FEATURE: the closest unit that can do it comes first, and every rank has its reasons. */
class ClosestCapableTest {
  private static final Capabilities PARAMEDIC = Capabilities.of(Capability.PARAMEDIC);

  @Test
  void rank_closestLacksCapability_putsNextQuickestFirst() {
    var units = List.of(unit("A7", PARAMEDIC), unit("B2", Capabilities.NONE));

    Ranking ranking = rank(units, drive("B2", 240_000), drive("A7", 390_000));

    assertThat(ranking.candidates()).extracting(c -> c.unit().value()).containsExactly("A7");
    assertThat(ranking.excluded())
        .containsExactly(new Exclusion(new UnitId("B2"), new Reason(Code.LACKS_CAPABILITY, 1)));
  }

  @Test
  void rank_oneMillisecondApart_isNotRounded() {
    var units = List.of(unit("A1", PARAMEDIC), unit("A2", PARAMEDIC));

    Ranking ranking = rank(units, drive("A1", 240_001), drive("A2", 240_000));

    assertThat(ranking.candidates()).extracting(c -> c.unit().value()).containsExactly("A2", "A1");
  }

  @Test
  void rank_equalDrives_goesToTheLowerCallSign() {
    var units = List.of(unit("A1", PARAMEDIC), unit("A2", PARAMEDIC));

    Ranking ranking = rank(units, drive("A2", 240_000), drive("A1", 240_000));

    assertThat(ranking.candidates()).extracting(c -> c.unit().value()).containsExactly("A1", "A2");
  }

  @Test
  void rank_estimatedOldFixShiftEnding_saysSo() {
    var quote = new TravelQuote(new UnitId("A1"), 60_000, true, 400);
    var snapshot =
        new Snapshot(
            PARAMEDIC,
            List.of(unit("A1", PARAMEDIC)),
            List.of(quote),
            World.NOON.plusSeconds(8 * 3_600 - 600));

    assertThat(ClosestCapable.rank(snapshot).candidates().get(0).reasons())
        .containsExactly(
            new Reason(Code.CLOSEST, 0),
            new Reason(Code.CAPABLE, 1),
            new Reason(Code.DRIVE_ESTIMATED, 0),
            new Reason(Code.POSITION_OLD, 400),
            new Reason(Code.SHIFT_ENDS_SOON, 600));
  }

  @Test
  void rank_anyOrderOfInput_namesTheQuickestInOrderAndExcludesOnlyWhoCannot() {
    Seeds.each(
        300,
        seed -> {
          Random random = new Random(seed);
          List<ClinicalUnit> units = new ArrayList<>();
          List<TravelQuote> quotes = new ArrayList<>();
          for (int i = 0; i < 1 + random.nextInt(30); i++) {
            String id = "U%02d".formatted(i);
            units.add(randomUnit(id, random));
            if (random.nextInt(5) > 0) {
              quotes.add(drive(id, random.nextInt(50) * 1_000));
            }
          }
          Ranking ranking = rank(units, quotes.toArray(TravelQuote[]::new));
          Collections.shuffle(quotes, random);
          assertThat(rank(units, quotes.toArray(TravelQuote[]::new))).isEqualTo(ranking);
          assertThat(ranking.candidates())
              .isSortedAccordingTo(
                  (a, b) ->
                      a.driveMillis() != b.driveMillis()
                          ? Integer.compare(a.driveMillis(), b.driveMillis())
                          : a.unit().compareTo(b.unit()));
          long able = units.stream().filter(unit -> couldBeSent(units, unit.id(), quotes)).count();
          assertThat(ranking.candidates().size())
              .isEqualTo(Math.min(able, Recommendation.CANDIDATES_MAX));
          assertThat(able + ranking.excluded().size()).isEqualTo(units.size());
          assertThat(ranking.candidates())
              .allMatch(candidate -> couldBeSent(units, candidate.unit(), quotes))
              .allMatch(
                  candidate -> quickerThan(candidate, units, quotes) < ranking.candidates().size());
        });
  }

  private static boolean couldBeSent(
      List<ClinicalUnit> units, UnitId id, List<TravelQuote> quotes) {
    ClinicalUnit unit = units.stream().filter(u -> u.id().equals(id)).findFirst().orElseThrow();
    return unit.shift().capabilities().meet(PARAMEDIC)
        && unit.unavailable().isEmpty()
        && quotes.stream().anyMatch(quote -> quote.unit().equals(id));
  }

  private static long quickerThan(
      Candidate candidate, List<ClinicalUnit> units, List<TravelQuote> quotes) {
    return quotes.stream()
        .filter(quote -> quote.driveMillis() < candidate.driveMillis())
        .filter(quote -> couldBeSent(units, quote.unit(), quotes))
        .count();
  }

  private static Ranking rank(List<ClinicalUnit> units, TravelQuote... quotes) {
    return ClosestCapable.rank(new Snapshot(PARAMEDIC, units, List.of(quotes), World.NOON));
  }

  private static ClinicalUnit randomUnit(String id, Random random) {
    ClinicalUnit unit = unit(id, random.nextInt(4) > 0 ? PARAMEDIC : Capabilities.NONE);
    return random.nextInt(5) == 0
        ? unit.withAvailability(Optional.of(UnavailableReason.BREAK), World.NOON)
        : unit;
  }

  private static ClinicalUnit unit(String id, Capabilities capabilities) {
    return ClinicalUnit.signedOn(
        new UnitId(id), World.shift(UnitKind.PARAMEDIC_CAR, capabilities), World.NOON);
  }
}
