package org.doorstep.dispatch.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who takes a patient on.
 *
 * @param owner who of the hub has taken the patient on by name
 * @param referrals in the order of asking
 * @param reception when a destination has taken over
 * @param retracted the last handover that was taken back
 */
public record Arrangements(
    Optional<Actor> owner,
    List<Referral> referrals,
    Optional<PreAlert> preAlert,
    Optional<Reception> reception,
    Optional<Handover> handover,
    Optional<Retraction> retracted) {

  /** Nothing arranged. */
  public static final Arrangements NONE =
      new Arrangements(
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** Arrangements of which nothing was taken back. */
  public Arrangements(
      Optional<Actor> owner,
      List<Referral> referrals,
      Optional<PreAlert> preAlert,
      Optional<Reception> reception,
      Optional<Handover> handover) {
    this(owner, referrals, preAlert, reception, handover, Optional.empty());
  }

  public Arrangements {
    referrals = List.copyOf(referrals);
  }

  /** The newest offer, if there is one. */
  public Optional<Referral> lastReferral() {
    return referrals.isEmpty()
        ? Optional.empty()
        : Optional.of(referrals.get(referrals.size() - 1));
  }

  /** The offer of that number, if there is one. */
  public Optional<Referral> findReferral(int number) {
    return referrals.stream().filter(each -> each.number() == number).findFirst();
  }

  /** The same with an owner. */
  public Arrangements owned(Actor by) {
    return new Arrangements(Optional.of(by), referrals, preAlert, reception, handover, retracted);
  }

  /** The same with one offer more, or one that has changed. */
  public Arrangements with(Referral changed) {
    List<Referral> all = new ArrayList<>(referrals);
    all.removeIf(each -> each.number() == changed.number());
    all.add(changed.number() - 1, changed);
    return new Arrangements(owner, all, preAlert, reception, handover, retracted);
  }

  /** The same with a warning. */
  public Arrangements with(PreAlert warned) {
    return new Arrangements(owner, referrals, Optional.of(warned), reception, handover, retracted);
  }

  /** The same once a destination has taken over. */
  public Arrangements with(Reception received) {
    return new Arrangements(owner, referrals, preAlert, Optional.of(received), handover, retracted);
  }

  /** The same with a handover. */
  public Arrangements with(Handover changed) {
    return new Arrangements(
        owner, referrals, preAlert, reception, Optional.of(changed), Optional.empty());
  }

  /** The same with no warning any more. */
  public Arrangements unwarned() {
    return new Arrangements(owner, referrals, Optional.empty(), reception, handover, retracted);
  }

  /** The same without its handover, which must not be used. */
  public Arrangements without(Retraction taken) {
    return new Arrangements(
        owner, referrals, preAlert, reception, Optional.empty(), Optional.of(taken));
  }
}
