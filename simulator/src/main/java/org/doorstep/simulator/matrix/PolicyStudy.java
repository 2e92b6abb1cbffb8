package org.doorstep.simulator.matrix;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.doorstep.dispatch.policy.cover.CoverPolicy;
import org.doorstep.simulator.chance.Chance;
import org.doorstep.simulator.trace.TraceGround;

/**
 * Policies over the same calls, replication by replication. Immutable; several threads may run
 * replications.
 */
public final class PolicyStudy {
  /** The policy that is held against the others, and its yardsticks. */
  public static final String FEW_MOVES = "fewMoves";

  public static final String MANY_MOVES = "manyMoves";
  public static final String CLOSEST = "closest";
  public static final String DMEXCLP = "dmexclpRelocation";
  public static final String DMEXCLP_DISPATCH = "dmexclpDispatch";
  public static final String HINDSIGHT = "hindsight";

  private final MatrixGround ground;
  private final long seed;

  /** A study on a ground. */
  public PolicyStudy(TraceGround ground, long seed) {
    this.ground = new MatrixGround(ground);
    this.seed = seed;
  }

  /**
   * One replication of all policies that know nothing of the future.
   *
   * @param replication from 0
   * @param calls how many come
   * @return by name of the policy, the yardsticks first
   */
  public Map<String, RunFigures> replicate(Fleet fleet, int replication, int calls) {
    List<Integer> bases = FleetBases.of(ground, fleet.units());
    Map<String, MatrixDesk> desks = new LinkedHashMap<>();
    desks.put(CLOSEST, new ClosestDesk(ground, bases));
    desks.put(DMEXCLP, new DmexclpDesk(ground, bases, false, true));
    desks.put(DMEXCLP_DISPATCH, new DmexclpDesk(ground, bases, true, false));
    desks.put(FEW_MOVES, new CoverDesk(ground, fleet.units(), CoverPolicy.FEW_MOVES));
    desks.put(MANY_MOVES, new CoverDesk(ground, fleet.units(), CoverPolicy.MANY_MOVES));
    return run(desks, fleet, replication, calls);
  }

  /**
   * One replication with the future known, beside the closest unit and our own policy over the same
   * calls; dear, hence by itself.
   */
  public Map<String, RunFigures> replicateHindsight(Fleet fleet, int replication, int calls) {
    List<Integer> bases = FleetBases.of(ground, fleet.units());
    Map<String, MatrixDesk> desks = new LinkedHashMap<>();
    desks.put(CLOSEST, new ClosestDesk(ground, bases));
    desks.put(FEW_MOVES, new CoverDesk(ground, fleet.units(), CoverPolicy.FEW_MOVES));
    desks.put(HINDSIGHT, new HindsightDesk(ground, fleet.units(), CoverPolicy.FEW_MOVES));
    return run(desks, fleet, replication, calls);
  }

  private Map<String, RunFigures> run(
      Map<String, MatrixDesk> desks, Fleet fleet, int replication, int calls) {
    long own = Chance.of(seed, "replication-" + replication).bits();
    MatrixCalls drawn = MatrixCalls.draw(ground, fleet.callsPerMinute(), calls, own);
    List<Integer> bases = FleetBases.of(ground, fleet.units());
    Map<String, RunFigures> figures = new LinkedHashMap<>();
    for (Map.Entry<String, MatrixDesk> each : desks.entrySet()) {
      MatrixWorld world = new MatrixWorld(ground, bases, drawn, each.getValue());
      world.run();
      figures.put(each.getKey(), RunFigures.of(world));
    }
    return figures;
  }
}
