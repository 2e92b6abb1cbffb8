package org.doorstep.simulator.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.doorstep.dispatch.policy.cover.CoverPolicy;
import org.doorstep.simulator.SharedData;
import org.doorstep.simulator.trace.ElaspyFolder;
import org.doorstep.simulator.trace.TraceGround;
import org.junit.jupiter.api.Test;

/**
 * FEATURE: on the ground of Utrecht our policies reach more calls in time than the closest unit and
 * than the published ones, with few orders to crews.
 */
class PolicyStudyTest {
  private static final long SEED = 20_261_126;
  private static final int CALLS = 4_000;
  private static final Fleet FLEET = new Fleet(20, 0.15);

  private static TraceGround ground() {
    return new ElaspyFolder(SharedData.at("elaspy"), note -> {}).ground();
  }

  private static RunFigures of(Map<String, RunFigures> figures, String policy) {
    return Objects.requireNonNull(figures.get(policy), policy);
  }

  @Test
  void replicate_utrecht_ourPolicyIsBetterByFar() {
    PolicyStudy study = new PolicyStudy(ground(), SEED);

    Map<String, RunFigures> figures = study.replicate(FLEET, 0, CALLS);

    RunFigures closest = of(figures, PolicyStudy.CLOSEST);
    RunFigures dmexclp = of(figures, PolicyStudy.DMEXCLP);
    RunFigures few = of(figures, PolicyStudy.FEW_MOVES);
    RunFigures many = of(figures, PolicyStudy.MANY_MOVES);
    assertThat(closest.latePercent()).isBetween(11.0, 16.0);
    assertThat(dmexclp.latePercent()).isLessThan(0.8 * closest.latePercent());
    assertThat(few.latePercent())
        .isLessThan(0.5 * closest.latePercent())
        .isLessThan(0.7 * dmexclp.latePercent());
    assertThat(few.meanMinutes()).isLessThan(0.92 * closest.meanMinutes());
    assertThat(few.lateOver20Percent()).isLessThan(0.6 * closest.lateOver20Percent());
    assertThat(few.ordersPerUnitHour()).isBetween(0.1, 0.13);
    assertThat(many.latePercent()).isLessThan(0.45 * closest.latePercent());
    assertThat(closest.ordersPerUnitHour()).isZero();
    assertThat(dmexclp.ordersPerUnitHour()).isZero();
  }

  @Test
  void replicate_sameSeed_givesTheSameFigures() {
    PolicyStudy study = new PolicyStudy(ground(), SEED);
    Map<String, RunFigures> once = study.replicate(FLEET, 1, 300);
    assertThat(study.replicate(FLEET, 1, 300)).isEqualTo(once);
    assertThat(study.replicate(FLEET, 2, 300)).isNotEqualTo(once);
    assertThat(new PolicyStudy(ground(), SEED + 1).replicate(FLEET, 1, 300)).isNotEqualTo(once);
  }

  @Test
  void replicateHindsight_futureKnown_isBetterThanAnyDeskCanBe() {
    Map<String, RunFigures> figures =
        new PolicyStudy(ground(), SEED).replicateHindsight(FLEET, 0, 400);
    assertThat(of(figures, PolicyStudy.HINDSIGHT).latePercent())
        .isLessThan(of(figures, PolicyStudy.FEW_MOVES).latePercent());
  }

  @Test
  void playOn_copyOfAWorld_leavesTheFirstAsItWas() {
    MatrixGround ground = new MatrixGround(ground());
    List<Integer> bases = FleetBases.of(ground, 20);
    MatrixCalls calls = MatrixCalls.draw(ground, 0.15, 300, SEED);
    ClosestDesk closest = new ClosestDesk(ground, bases);
    MatrixWorld plain = new MatrixWorld(ground, bases, calls, closest);
    plain.run();
    double[] expected = responses(plain);
    MatrixDesk curious =
        new MatrixDesk() {
          @Override
          public void called(MatrixWorld world, int call) {
            new MatrixWorld(world, closest).playOn(60);
            closest.called(world, call);
          }

          @Override
          public void freed(MatrixWorld world, int unit) {
            new MatrixWorld(world, closest).playOn(60);
            closest.freed(world, unit);
          }
        };

    MatrixWorld watched = new MatrixWorld(ground, bases, calls, curious);
    watched.run();

    assertThat(responses(watched)).isEqualTo(expected);
  }

  private static double[] responses(MatrixWorld world) {
    double[] minutes = new double[world.calls().size()];
    for (int call = 0; call < minutes.length; call++) {
      minutes[call] = world.responseMinutes(call);
    }
    return minutes;
  }

  @Test
  void search_fromABadPolicy_findsABetterOne() {
    Tuning tuning = new Tuning(ground(), new Tuning.Terms(List.of(FLEET), 1, 400, 0.9, SEED));
    double[] knobs = PolicyKnobs.of(CoverPolicy.FEW_MOVES);
    for (int i = 0; i < knobs.length; i++) {
      knobs[i] *= 3;
    }
    CoverPolicy bad = PolicyKnobs.set(CoverPolicy.FEW_MOVES, knobs);
    List<String> told = new ArrayList<>();

    CoverPolicy found = tuning.search(bad, 12, told::add);

    assertThat(tuning.score(found)).isLessThan(tuning.score(bad));
    assertThat(told).isNotEmpty();
  }

  @Test
  void set_knobsOfAPolicy_givesItBack() {
    CoverPolicy policy = CoverPolicy.MANY_MOVES;
    assertThat(PolicyKnobs.set(policy, PolicyKnobs.of(policy))).isEqualTo(policy);
  }

  @Test
  void bases_sizeNotPublished_areGivenByTheRule() {
    MatrixGround ground = new MatrixGround(ground());
    List<Integer> bases = FleetBases.of(ground, 25);
    assertThat(bases).hasSize(25).isEqualTo(FleetBases.of(ground, 25));
    assertThat(ground.trace().bases()).containsAll(bases);
    assertThat(FleetBases.of(ground, 23)).isEqualTo(ground.trace().findFleet(23).orElseThrow());
  }

  @Test
  void parse_fleet_isReadOrRefusedByName() {
    assertThat(Fleet.parse("18:0.12")).isEqualTo(new Fleet(18, 0.12));
    assertThatThrownBy(() -> Fleet.parse("18")).hasMessageContaining("The fleet (18)");
    assertThatThrownBy(() -> Fleet.parse("18:a")).hasMessageContaining("The fleet (18:a)");
    assertThatThrownBy(() -> Fleet.parse("0:0.1")).hasMessageContaining("The units (0)");
    assertThatThrownBy(() -> Fleet.parse("100:0.1")).hasMessageContaining("from 1 to 99");
    assertThatThrownBy(() -> Fleet.parse("10:-1")).hasMessageContaining("calls a minute");
  }
}
