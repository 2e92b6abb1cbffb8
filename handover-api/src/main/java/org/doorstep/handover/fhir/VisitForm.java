package org.doorstep.handover.fhir;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.Position;
import org.doorstep.handover.letter.CaseReference;
import org.doorstep.handover.letter.Clinician;
import org.doorstep.handover.letter.Crew;
import org.doorstep.handover.letter.Scene;
import org.doorstep.handover.letter.Visit;
import org.doorstep.handover.letter.VisitTimes;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CareTeam.CareTeamStatus;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterLocationComponent;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Location.LocationPositionComponent;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;

/** How one visit looks in a message: encounter, scene and crews; written and read in one place. */
final class VisitForm {
  static final String ENCOUNTER = "encounter";
  static final String SCENE = "scene";

  private static final String ARP = Terms.NHS + "arp-priority-codes";
  private static final String SCENE_TYPES = Terms.NHS + "location-types-bars";

  private VisitForm() {}

  /** An encounter with everything but where it led. */
  static Encounter write(Entries entries, CaseReference about, Visit visit) {
    Reference scene = entries.add(SCENE, scene(visit.scene()), Terms.UK_CORE + "UKCore-Location");
    VisitTimes times = visit.times();
    Encounter encounter =
        new Encounter()
            .setStatus(EncounterStatus.FINISHED)
            .setClass_(face(visit.crews().isEmpty()))
            .setSubject(entries.to(PatientForm.PATIENT))
            .setPeriod(When.period(times.called(), times.ended()))
            .addReasonCode(new CodeableConcept().setText(visit.reason()))
            .setServiceProvider(entries.to(PeopleForm.FROM));
    encounter
        .addIdentifier()
        .setSystem(Terms.OURS + "incident:" + about.area().toLowerCase(Locale.ROOT))
        .setValue(Long.toString(about.incident()));
    visit
        .category()
        .ifPresent(
            category ->
                encounter.setPriority(new CodeableConcept(new Coding(ARP, category.name(), null))));
    EncounterLocationComponent place = encounter.addLocation().setLocation(scene);
    if (times.atPatient().isPresent() || times.left().isPresent()) {
      Period period = new Period();
      times.atPatient().ifPresent(at -> period.setStartElement(When.dateTime(at)));
      times.left().ifPresent(at -> period.setEndElement(When.dateTime(at)));
      place.setPeriod(period);
    }
    for (Crew crew : visit.crews()) {
      crew.members()
          .forEach(
              member ->
                  encounter.addParticipant().setIndividual(PeopleForm.write(entries, member)));
    }
    return encounter;
  }

  private static Coding face(boolean virtual) {
    return virtual
        ? new Coding(Terms.HL7 + "v3-ActCode", "VR", "virtual")
        : new Coding(Terms.HL7 + "v3-ActCode", "EMER", "emergency");
  }

  static Location scene(Scene scene) {
    Location location = new Location().setName("Where the patient was");
    location.addType(Terms.concept(SCENE_TYPES, "ILOC", "Incident Location"));
    location.getAddress().setText(scene.words());
    scene
        .position()
        .ifPresent(
            position ->
                location.setPosition(
                    new LocationPositionComponent()
                        .setLongitude(BigDecimal.valueOf(position.lon()))
                        .setLatitude(BigDecimal.valueOf(position.lat()))));
    return location;
  }

  /** The crews by their call signs. */
  static void writeCrews(Entries entries, Visit visit) {
    for (int i = 0; i < visit.crews().size(); i++) {
      write(entries, visit.crews().get(i), i);
    }
  }

  private static void write(Entries entries, Crew crew, int number) {
    CareTeam team =
        new CareTeam()
            .setStatus(CareTeamStatus.INACTIVE)
            .setName(crew.callSign())
            .setSubject(entries.to(PatientForm.PATIENT))
            .setEncounter(entries.to(ENCOUNTER));
    for (Clinician member : crew.members()) {
      team.addParticipant().setMember(PeopleForm.write(entries, member));
    }
    entries.add("crew:" + number, team, Terms.UK_CORE + "UKCore-CareTeam");
  }

  static Visit read(BundleIndex index, Encounter encounter) {
    Optional<EncounterLocationComponent> place = encounter.getLocation().stream().findFirst();
    Optional<Period> there = place.map(EncounterLocationComponent::getPeriod);
    VisitTimes times =
        new VisitTimes(
            time(encounter.getPeriod(), true, "Encounter.period.start"),
            there.flatMap(period -> When.read(period.getStartElement())),
            there.flatMap(period -> When.read(period.getEndElement())),
            time(encounter.getPeriod(), false, "Encounter.period.end"));
    Location location =
        Faulty.required(
            place.flatMap(found -> index.find(found.getLocation(), Location.class)),
            "Encounter.location");
    return new Visit(
        times,
        scene(location),
        Faulty.text(encounter.getReasonCodeFirstRep().getText(), "Encounter.reasonCode"),
        Codings.findCode(List.of(encounter.getPriority()), "arp-priority").flatMap(VisitForm::arp),
        crews(index));
  }

  private static Optional<Category> arp(String code) {
    return Stream.of(Category.values())
        .filter(category -> category.name().equals(code))
        .findFirst();
  }

  private static Instant time(Period period, boolean start, String where) {
    return Faulty.required(
        When.read(start ? period.getStartElement() : period.getEndElement()), where);
  }

  static Scene scene(Location location) {
    Optional<Position> position =
        location.hasPosition()
            ? Optional.of(
                new Position(
                    location.getPosition().getLatitude().doubleValue(),
                    location.getPosition().getLongitude().doubleValue()))
            : Optional.empty();
    return new Scene(Faulty.text(location.getAddress().getText(), "Location.address"), position);
  }

  private static List<Crew> crews(BundleIndex index) {
    List<Crew> crews = new ArrayList<>();
    for (CareTeam team : index.list(CareTeam.class)) {
      List<Clinician> members =
          team.getParticipant().stream()
              .map(
                  participant ->
                      PeopleForm.readClinician(
                          index, participant.getMember(), "CareTeam.participant"))
              .toList();
      crews.add(new Crew(Faulty.text(team.getName(), "CareTeam.name"), members));
    }
    return crews;
  }
}
