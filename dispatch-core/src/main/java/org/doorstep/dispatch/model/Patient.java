package org.doorstep.dispatch.model;

import java.util.Optional;

/**
 * A person in an incident and what is done for them; kept until nobody owes them anything.
 *
 * @param version counts every change that a choice of care can depend on, from 1
 * @param choice where care happens, once somebody has chosen
 * @param agreement what hub and crew have said to each other of it
 * @param who what became known of who it is
 */
public record Patient(
    PatientId id,
    long version,
    Optional<Assessed> assessed,
    Optional<CareChoice> choice,
    Arrangements arrangements,
    Optional<Agreement> agreement,
    Optional<Who> who) {

  /** A patient of whom hub and crew have not spoken. */
  public Patient(
      PatientId id,
      long version,
      Optional<Assessed> assessed,
      Optional<CareChoice> choice,
      Arrangements arrangements) {
    this(id, version, assessed, choice, arrangements, Optional.empty(), Optional.empty());
  }

  /** A patient of whom nothing is known yet. */
  public static Patient unknown(PatientId id) {
    return new Patient(id, 0, Optional.empty(), Optional.empty(), Arrangements.NONE);
  }

  /** The same patient, assessed anew. */
  public Patient with(Assessed latest) {
    return new Patient(id, version + 1, Optional.of(latest), choice, arrangements, agreement, who);
  }

  /** The same patient, with a choice. */
  public Patient with(CareChoice chosen) {
    return new Patient(
        id, version + 1, assessed, Optional.of(chosen), arrangements, agreement, who);
  }

  /** The same patient, with other arrangements. */
  public Patient with(Arrangements now) {
    return new Patient(id, version + 1, assessed, choice, now, agreement, who);
  }

  /** The same patient, after hub and crew have spoken. */
  public Patient with(Agreement now) {
    return new Patient(id, version + 1, assessed, choice, arrangements, Optional.of(now), who);
  }

  /** The same patient, of whom more is known. */
  public Patient with(Who now) {
    return new Patient(
        id, version + 1, assessed, choice, arrangements, agreement, Optional.of(now));
  }

  /**
   * The same patient, with a word on the way home. The version stays: a crew's choice is not made
   * void by what helps afterwards.
   */
  public Patient with(ReturnNote note) {
    Who now = who.orElse(Who.AS_TOLD).coming(note);
    return new Patient(id, version, assessed, choice, arrangements, agreement, Optional.of(now));
  }

  /** What was last said of the way home. */
  public Optional<ReturnNote> returnNote() {
    return who.flatMap(Who::returnHome);
  }

  /** Whether this is the same person as another patient of the incident, who is cared for. */
  public boolean isAnother() {
    return who.flatMap(Who::sameAs).isPresent();
  }

  /** Whether more than a name has been put down. */
  public boolean isSeen() {
    return assessed.isPresent() || choice.isPresent() || !arrangements.equals(Arrangements.NONE);
  }

  /** Whether hub and crew have agreed, knowing what is known now, that care happens so. */
  public boolean isAgreed(Disposition disposition) {
    return agreement
        .filter(each -> each.holds(assessed) && each.outcome().disposition() == disposition)
        .isPresent();
  }

  /** Whether the handover has been signed. */
  public boolean isHandedOn() {
    return arrangements.handover().isPresent();
  }

  /**
   * Whether every service that was asked has said no or nothing, and care is still meant to be a
   * service's: somebody has to find another way.
   */
  public boolean isTurnedAway() {
    return choice.filter(chosen -> chosen.disposition() == Disposition.COMMUNITY).isPresent()
        && arrangements.lastReferral().filter(last -> last.state().isTurnedAway()).isPresent();
  }

  /** Whether nobody owes this patient anything any more. */
  public boolean isSettled() {
    boolean passedOn =
        arrangements
            .handover()
            .map(Handover::hasEnded)
            .orElseGet(() -> arrangements.retracted().isEmpty() && (isAnother() || !isSeen()));
    return passedOn
        && arrangements.lastReferral().filter(last -> last.state().isOpen()).isEmpty()
        && !isTurnedAway();
  }
}
