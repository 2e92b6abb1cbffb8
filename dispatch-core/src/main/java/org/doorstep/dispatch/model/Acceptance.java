package org.doorstep.dispatch.model;

import java.util.List;
import java.util.Optional;

/**
 * Whom a service takes.
 *
 * @param needs what it can do
 * @param ageYearsMin completed years, included
 * @param ageYearsMax completed years, included
 * @param news2Max the highest early warning score it takes; no limit when empty
 * @param codes outcomes of a triage system; not asked when empty
 * @param people for whom it is there; anybody when empty
 */
public record Acceptance(
    List<CareNeed> needs,
    Optional<Integer> ageYearsMin,
    Optional<Integer> ageYearsMax,
    Optional<Integer> news2Max,
    Optional<CodedAcceptance> codes,
    Optional<AcceptedPeople> people) {
  /** Needs, ages and score, as most say no more. */
  public Acceptance(
      List<CareNeed> needs,
      Optional<Integer> ageYearsMin,
      Optional<Integer> ageYearsMax,
      Optional<Integer> news2Max) {
    this(needs, ageYearsMin, ageYearsMax, news2Max, Optional.empty(), Optional.empty());
  }

  public Acceptance {
    needs = List.copyOf(needs);
    ageYearsMin.ifPresent(years -> Require.atLeast("least age in years", years, 0));
    ageYearsMax.ifPresent(
        years -> Require.atLeast("greatest age in years", years, ageYearsMin.orElse(0)));
    news2Max.ifPresent(
        score -> {
          Require.atLeast("highest score", score, 0);
          Require.atMost("highest score", score, 20);
        });
  }
}
