package org.doorstep.handover.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.doorstep.handover.letter.Destination.Acceptance;
import org.doorstep.handover.letter.SafetyNet;
import org.doorstep.handover.letter.Told;
import org.doorstep.handover.letter.WellbeingOffer;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Communication.CommunicationStatus;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;

/**
 * How what was said looks in a message: the safety net, who told the patient, who accepted; written
 * and read in one place.
 */
final class TalkForm {
  private static final String PARTICIPATION = Terms.HL7 + "v3-ParticipationMode";
  private static final String ARRANGEMENT = Terms.HL7 + "encounter-special-arrangements";
  private static final String INTERPRETER = "int";
  private static final String WRITTEN = "WRITTEN";
  private static final String EXPECT = "expect";
  private static final String SIGNS = "warning-signs";
  private static final String CALL_BACK = "call-back";
  private static final String TOLD = "told";
  private static final String ACCEPTED = "accepted";
  private static final String OFFER = "offer";
  private static final String OFFER_ANSWER = "offer-answer";

  private final Entries entries;
  private final Reference author;

  TalkForm(Entries entries, Reference author) {
    this.entries = entries;
    this.author = author;
  }

  /** What was found of it. */
  record Talks(
      Optional<SafetyNet> safetyNet,
      Optional<Told> told,
      Optional<Acceptance> accepted,
      List<WellbeingOffer> offers) {}

  List<Reference> write(SafetyNet net, Encounter encounter) {
    if (net.interpreter()) {
      encounter
          .getHospitalization()
          .addSpecialArrangement(Terms.concept(ARRANGEMENT, INTERPRETER, "Interpreter"));
    }
    List<Reference> written = new ArrayList<>();
    written.add(advice(EXPECT, "What to expect", List.of(net.expect()), net));
    if (!net.warningSigns().isEmpty()) {
      written.add(advice(SIGNS, "Warning signs", net.warningSigns(), net));
    }
    written.add(
        advice(CALL_BACK, "When and how to ask for help again", List.of(net.callBack()), net));
    return written;
  }

  private Reference advice(String topic, String words, List<String> said, SafetyNet net) {
    Communication talk = talk(topic, words).setSender(author);
    talk.addRecipient(entries.to(PatientForm.PATIENT));
    net.carer().ifPresent(carer -> talk.addRecipient(new Reference().setDisplay(carer)));
    talk.addMedium(Terms.concept(PARTICIPATION, "VERBAL", "verbal"));
    if (net.writtenCopy()) {
      talk.addMedium(Terms.concept(PARTICIPATION, WRITTEN, "written"));
    }
    said.forEach(text -> talk.addPayload().setContent(new StringType(text)));
    return add(topic, talk);
  }

  Reference write(Told told) {
    Communication talk =
        talk(TOLD, "The patient was told what was decided")
            .setSender(PeopleForm.write(entries, told.by()))
            .setSentElement(When.dateTime(told.at()));
    talk.addRecipient(entries.to(PatientForm.PATIENT));
    return add(TOLD, talk);
  }

  Reference write(Acceptance acceptance) {
    Communication talk =
        talk(ACCEPTED, "The destination took over")
            .setSender(new Reference().setDisplay(acceptance.by()))
            .setSentElement(When.dateTime(acceptance.at()));
    talk.addRecipient(author);
    return add(ACCEPTED, talk);
  }

  /** One talk for each offer: what was offered, then the leaflet where there was one. */
  List<Reference> write(List<WellbeingOffer> offers) {
    List<Reference> written = new ArrayList<>();
    for (WellbeingOffer offer : offers) {
      Communication talk = talk(OFFER, "Help offered beyond the incident").setSender(author);
      talk.addCategory(Terms.ours(OFFER_ANSWER, offer.answer().name(), offer.answer().words()));
      talk.addRecipient(entries.to(PatientForm.PATIENT));
      talk.addPayload().setContent(new StringType(offer.what()));
      offer.leaflet().ifPresent(title -> talk.addPayload().setContent(new StringType(title)));
      written.add(add(OFFER + ":" + written.size(), talk));
    }
    return written;
  }

  private Communication talk(String topic, String words) {
    return new Communication()
        .setStatus(CommunicationStatus.COMPLETED)
        .setTopic(Terms.ours("talk", topic, words))
        .setSubject(entries.to(PatientForm.PATIENT))
        .setEncounter(entries.to(VisitForm.ENCOUNTER));
  }

  private Reference add(String topic, Communication talk) {
    return entries.add("talk:" + topic, talk, Terms.UK_CORE + "UKCore-Communication");
  }

  static Talks read(BundleIndex index, Encounter encounter) {
    return new Talks(
        find(index, EXPECT).map(expect -> safetyNet(index, expect, encounter)),
        find(index, TOLD)
            .map(
                talk ->
                    new Told(
                        PeopleForm.readClinician(index, talk.getSender(), "Communication.sender"),
                        Faulty.required(When.read(talk.getSentElement()), "Communication.sent"))),
        find(index, ACCEPTED)
            .map(
                talk ->
                    new Acceptance(
                        Faulty.text(talk.getSender().getDisplay(), "Communication.sender"),
                        Faulty.required(When.read(talk.getSentElement()), "Communication.sent"))),
        index.list(Communication.class).stream()
            .filter(talk -> talk.getTopic().hasCoding(Terms.OURS + "talk", OFFER))
            .map(TalkForm::offer)
            .toList());
  }

  private static WellbeingOffer offer(Communication talk) {
    return new WellbeingOffer(
        first(talk),
        Faulty.required(
            Stream.of(WellbeingOffer.Answer.values())
                .filter(each -> has(talk.getCategory(), Terms.OURS + OFFER_ANSWER, each.name()))
                .findFirst(),
            "Communication.category"),
        said(talk).stream().skip(1).findFirst());
  }

  private static SafetyNet safetyNet(BundleIndex index, Communication expect, Encounter encounter) {
    return new SafetyNet(
        first(expect),
        find(index, SIGNS).map(TalkForm::said).orElse(List.of()),
        first(Faulty.required(find(index, CALL_BACK), "Communication (call-back)")),
        has(expect.getMedium(), PARTICIPATION, WRITTEN),
        expect.getRecipient().stream()
            .filter(Reference::hasDisplay)
            .map(Reference::getDisplay)
            .findFirst(),
        has(encounter.getHospitalization().getSpecialArrangement(), ARRANGEMENT, INTERPRETER));
  }

  private static boolean has(List<CodeableConcept> concepts, String system, String code) {
    return concepts.stream().anyMatch(concept -> concept.hasCoding(system, code));
  }

  private static Optional<Communication> find(BundleIndex index, String topic) {
    return index.list(Communication.class).stream()
        .filter(talk -> talk.getTopic().hasCoding(Terms.OURS + "talk", topic))
        .findFirst();
  }

  private static String first(Communication talk) {
    return Faulty.required(said(talk).stream().findFirst(), "Communication.payload");
  }

  private static List<String> said(Communication talk) {
    return talk.getPayload().stream()
        .map(payload -> payload.getContent())
        .filter(StringType.class::isInstance)
        .map(content -> String.valueOf(content.primitiveValue()))
        .toList();
  }
}
