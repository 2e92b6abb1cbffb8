package org.doorstep.dispatch.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.Acceptance;
import org.doorstep.dispatch.model.AcceptedPeople;
import org.doorstep.dispatch.model.CodedAcceptance;
import org.doorstep.dispatch.model.Mobility;
import org.doorstep.dispatch.model.Position;
import org.doorstep.dispatch.model.Referrer;
import org.doorstep.dispatch.model.Service;
import org.doorstep.dispatch.model.ServiceTerms;
import org.doorstep.dispatch.policy.DestinationReason.Code;

/**
 * Whether a service is there for a patient at all, whatever the hour and its room.
 *
 * <p>An age or a score that a service asks for and nobody knows stands in the way: it is never
 * taken for a good one. What a telephone call clears up (practice, district, sex, walking) does
 * not, and is said.
 */
final class ServiceFit {
  private static final double EARTH_KILOMETERS = 6_371;

  private ServiceFit() {}

  /** The first thing that stands in the way, from the most to the least permanent. */
  static Optional<DestinationReason> findObstacle(Service service, Referred patient) {
    Acceptance acceptance = service.acceptance();
    AcceptedPeople people = acceptance.people().orElse(AcceptedPeople.ANYBODY);
    return acceptance
        .codes()
        .flatMap(codes -> findCoded(codes, patient.asked()))
        .or(() -> findReferrer(people, patient.asked()))
        .or(() -> findAge(acceptance, patient))
        .or(() -> findPerson(people, patient))
        .or(() -> findScore(acceptance, patient))
        .or(() -> findMobility(people, patient));
  }

  /** Whether a service that comes to the patient comes so far. */
  static Optional<DestinationReason> findReach(
      Service service, Optional<Position> scene, Optional<String> district) {
    Optional<ServiceTerms.Visits> visits = service.known().visits();
    if (visits.isEmpty()) {
      return Optional.empty();
    }
    Optional<List<String>> districts = visits.get().districts();
    if (district.isPresent()
        && districts.isPresent()
        && !districts.get().contains(district.get())) {
      return reason(Code.OUT_OF_REACH, 0);
    }
    Optional<Position> from = visits.get().from();
    Optional<Integer> radius = visits.get().radiusKilometers();
    if (scene.isEmpty() || from.isEmpty() || radius.isEmpty()) {
      return Optional.empty();
    }
    double beyond = kilometers(scene.get(), from.get()) - radius.get();
    return beyond > 0
        ? reason(Code.OUT_OF_REACH, (long) StrictMath.ceil(beyond))
        : Optional.empty();
  }

  /** What has to be asked before the patient goes, because nobody knows it. */
  static List<DestinationReason> listOpen(Service service, Referred patient) {
    AcceptedPeople people = service.acceptance().people().orElse(AcceptedPeople.ANYBODY);
    List<DestinationReason> open = new ArrayList<>();
    if (people.sex().isPresent() && patient.sex().isEmpty()) {
      open.add(new DestinationReason(Code.SEX_UNKNOWN, 0));
    }
    if (people.practices().isPresent() && patient.home().practice().isEmpty()) {
      open.add(new DestinationReason(Code.PRACTICE_UNKNOWN, 0));
    }
    if (people.residence().isPresent() && patient.home().district().isEmpty()) {
      open.add(new DestinationReason(Code.DISTRICT_UNKNOWN, 0));
    }
    boolean mayNotWalk = !patient.ambulatory().orElse(false);
    if (people.mobility().filter(asks -> asks == Mobility.WALKS).isPresent() && mayNotWalk) {
      open.add(new DestinationReason(Code.MUST_WALK, 0));
    } else if (people.mobility().isPresent() && mayNotWalk) {
      open.add(new DestinationReason(Code.MUST_SIT, 0));
    }
    return open;
  }

  private static Optional<DestinationReason> findCoded(
      CodedAcceptance codes, Referred.Asked asked) {
    if (asked.disposition().filter(code -> !codes.takesDisposition(code)).isPresent()) {
      return reason(Code.OTHER_DISPOSITION, 0);
    }
    return asked
        .symptomGroup()
        .filter(group -> !codes.takesSymptom(group, asked.symptomDiscriminator()))
        .map(group -> new DestinationReason(Code.OTHER_SYMPTOM, 0));
  }

  private static Optional<DestinationReason> findReferrer(
      AcceptedPeople people, Referred.Asked asked) {
    Optional<List<Referrer>> taken = people.referrers();
    boolean isOther =
        taken.isPresent() && asked.by().isPresent() && !taken.get().contains(asked.by().get());
    return isOther ? reason(Code.REFERRER_NOT_TAKEN, 0) : Optional.empty();
  }

  private static Optional<DestinationReason> findAge(Acceptance acceptance, Referred patient) {
    Optional<Integer> age = patient.ageYears();
    if (age.isEmpty()
        && (acceptance.ageYearsMin().isPresent() || acceptance.ageYearsMax().isPresent())) {
      return reason(Code.AGE_UNKNOWN, 0);
    }
    if (age.isPresent() && age.get() < acceptance.ageYearsMin().orElse(0)) {
      return reason(Code.TOO_YOUNG, acceptance.ageYearsMin().orElse(0));
    }
    return age.isPresent() && age.get() > acceptance.ageYearsMax().orElse(Integer.MAX_VALUE)
        ? reason(Code.TOO_OLD, acceptance.ageYearsMax().orElse(0))
        : Optional.empty();
  }

  private static Optional<DestinationReason> findPerson(AcceptedPeople people, Referred patient) {
    if (people.sex().isPresent()
        && patient.sex().isPresent()
        && people.sex().get() != patient.sex().get()) {
      return reason(Code.OTHER_SEX, 0);
    }
    if (isOutside(people.practices(), patient.home().practice())) {
      return reason(Code.OTHER_PRACTICE, 0);
    }
    return isOutside(people.residence(), patient.home().district())
        ? reason(Code.OTHER_DISTRICT, 0)
        : Optional.empty();
  }

  private static boolean isOutside(Optional<List<String>> taken, Optional<String> own) {
    return taken.isPresent() && own.isPresent() && !taken.get().contains(own.get());
  }

  private static Optional<DestinationReason> findScore(Acceptance acceptance, Referred patient) {
    if (acceptance.news2Max().isEmpty()) {
      return Optional.empty();
    }
    int most = acceptance.news2Max().get();
    if (patient.news2().isEmpty()) {
      return reason(Code.SCORE_MISSING, most);
    }
    return patient.news2().get() > most ? reason(Code.SCORE_TOO_HIGH, most) : Optional.empty();
  }

  private static Optional<DestinationReason> findMobility(AcceptedPeople people, Referred patient) {
    boolean mustWalk = people.mobility().filter(asks -> asks == Mobility.WALKS).isPresent();
    boolean walks = patient.ambulatory().orElse(true);
    return mustWalk && !walks ? reason(Code.NOT_AMBULATORY, 0) : Optional.empty();
  }

  /** Great circle; far better than a radius of whole kilometres needs. */
  static double kilometers(Position one, Position other) {
    double north = StrictMath.toRadians(other.lat() - one.lat());
    double east = StrictMath.toRadians(other.lon() - one.lon());
    double half =
        StrictMath.pow(StrictMath.sin(north / 2), 2)
            + StrictMath.cos(StrictMath.toRadians(one.lat()))
                * StrictMath.cos(StrictMath.toRadians(other.lat()))
                * StrictMath.pow(StrictMath.sin(east / 2), 2);
    return 2 * EARTH_KILOMETERS * StrictMath.asin(StrictMath.sqrt(half));
  }

  private static Optional<DestinationReason> reason(Code code, long amount) {
    return Optional.of(new DestinationReason(code, amount));
  }
}
