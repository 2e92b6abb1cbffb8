package org.doorstep.simulator.optimise.program;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.doorstep.simulator.optimise.program.Answer.Proof;
import org.ojalgo.concurrent.Parallelism;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;
import org.ojalgo.optimisation.integer.IntegerStrategy;

/**
 * A linear program some of whose variables are whole. Confined to one thread, and solved on one, so
 * that the same program gives the same answer: with several, which of equally good solutions comes
 * first is a matter of chance.
 *
 * <p>The effort is bounded by steps, not by a clock; what has been found by then is given as {@link
 * Proof#FEASIBLE}.
 */
public final class MixedProgram {
  /** Whole variables are found to within that. */
  private static final double WHOLE_TOLERANCE = 1e-5;

  private final ExpressionsBasedModel model;
  private int constraints;

  /**
   * One part of a sum.
   *
   * @param variable its number
   */
  public record Term(int variable, double factor) {}

  /**
   * A program without variables.
   *
   * @param stepsMax of the search; more than 0
   */
  public MixedProgram(int stepsMax) {
    Optimisation.Options options = new Optimisation.Options();
    options.iterations_abort = stepsMax;
    options.integer(IntegerStrategy.newConfigurable().withParallelism(Parallelism.ONE));
    model = new ExpressionsBasedModel(options);
  }

  /**
   * A variable that may be broken.
   *
   * @param weight in the objective
   * @return its number, from 0
   */
  public int variable(double least, double most, double weight) {
    return add(least, most, weight).getIndex().index;
  }

  /** A variable that must be whole; its number. */
  public int whole(int least, int most, double weight) {
    return add(least, most, weight).integer(true).getIndex().index;
  }

  private Variable add(double least, double most, double weight) {
    return model
        .newVariable("x%d".formatted(model.countVariables()))
        .lower(BigDecimal.valueOf(least))
        .upper(BigDecimal.valueOf(most))
        .weight(BigDecimal.valueOf(weight));
  }

  /** The sum must be no less than that. */
  public void atLeast(double bound, List<Term> sum) {
    row(sum).lower(BigDecimal.valueOf(bound));
  }

  /** The sum must be no more than that. */
  public void atMost(double bound, List<Term> sum) {
    row(sum).upper(BigDecimal.valueOf(bound));
  }

  /** The sum must be that. */
  public void exactly(double sum, List<Term> of) {
    row(of).level(BigDecimal.valueOf(sum));
  }

  private Expression row(List<Term> sum) {
    Expression row = model.newExpression("c%d".formatted(constraints++));
    for (Term term : sum) {
      row.set(term.variable(), BigDecimal.valueOf(term.factor()));
    }
    return row;
  }

  /** The solution with the greatest objective. */
  public Answer greatest() {
    return answer(model.maximise());
  }

  /** The solution with the least objective. */
  public Answer least() {
    return answer(model.minimise());
  }

  private Answer answer(Optimisation.Result result) {
    Optimisation.State state = result.getState();
    if (!state.isFeasible()) {
      return new Answer(
          state == Optimisation.State.INFEASIBLE ? Proof.IMPOSSIBLE : Proof.UNKNOWN,
          Double.NaN,
          List.of());
    }
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < model.countVariables(); i++) {
      double value = result.doubleValue(i);
      values.add(model.getVariable(i).isInteger() ? rounded(value) : value);
    }
    return new Answer(
        state.isOptimal() ? Proof.OPTIMAL : Proof.FEASIBLE, result.getValue(), values);
  }

  private static double rounded(double value) {
    double whole = StrictMath.rint(value);
    if (StrictMath.abs(value - whole) > WHOLE_TOLERANCE) {
      throw new IllegalStateException("The solver gave %s for a whole number.".formatted(value));
    }
    return whole;
  }
}
