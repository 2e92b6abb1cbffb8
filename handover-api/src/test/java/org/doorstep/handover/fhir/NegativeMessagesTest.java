package org.doorstep.handover.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.doorstep.handover.letter.Disposition;
import org.doorstep.handover.letter.PracticeRequest.Kind;
import org.doorstep.handover.referral.ReferralMessage.Step;
import org.doorstep.handover.referral.ReferralOffer.UseCase;
import org.doorstep.handover.sample.SampleLetters;
import org.doorstep.handover.sample.SampleReferrals;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** FEATURE: a message that is wrong is found to be wrong, where it is wrong. */
class NegativeMessagesTest {
  private static final String TOTAL = "1104051000000101";

  /** Wrong by base R4 or our own rules: never sent, profiles at hand or not. */
  static Stream<Arguments> wrongByBase() {
    return Stream.of(
        letter("check digit", Patient.class, p -> nhs(p).setValue("9990000108"), "identifier"),
        letter(
            "number whose trace is still required",
            Patient.class,
            p -> status(p).getCodingFirstRep().setCode("03"),
            "identifier"),
        letter("no author", Composition.class, c -> c.setAuthor(List.of()), "author"),
        letter("no subject", Composition.class, c -> c.setSubject(null), "subject"),
        letter("no status", Observation.class, o -> o.setStatus(null), "Observation"),
        letter(
            "no description of where it goes",
            MessageHeader.class,
            h -> h.setDestination(List.of()),
            "destination"),
        letter("no event", MessageHeader.class, h -> h.setEvent(null), "event"),
        letter("no class", Encounter.class, e -> e.setClass_(null), "Encounter"),
        letter("no intent", Task.class, t -> t.setIntent(null), "Task"),
        letter(
            "reference that leads nowhere",
            Composition.class,
            c -> c.getSectionFirstRep().addEntry(new Reference("urn:uuid:" + new UUID(1, 1))),
            "section"),
        letter(
            "section without anything",
            Composition.class,
            c -> c.addSection().setTitle("Empty"),
            "Composition"),
        referral("no category", ServiceRequest.class, r -> r.setCategory(List.of()), "category"),
        referral(
            "no time by which to answer",
            ServiceRequest.class,
            r -> r.getOccurrencePeriod().setEnd(null),
            "occurrence"),
        referral("no intent", ServiceRequest.class, r -> r.setIntent(null), "ServiceRequest"));
  }

  /** Wrong by the profiles of UK Core only. */
  static Stream<Arguments> lettersWrongByProfile() {
    return Stream.of(
        letter(
            "verification status of no system",
            Patient.class,
            p -> status(p).getCodingFirstRep().setSystem("urn:x-doorstep:other"),
            "identifier"),
        letter(
            "score that is not final",
            Observation.class,
            NegativeMessagesTest::isScore,
            o -> o.setStatus(Observation.ObservationStatus.PRELIMINARY),
            "Observation"),
        letter(
            "score in a unit of its own",
            Observation.class,
            NegativeMessagesTest::isScore,
            o -> ((Quantity) o.getValue()).setCode("points"),
            "Observation"),
        letter(
            "saturation without its LOINC code",
            Observation.class,
            o -> o.getCode().hasCoding(Terms.LOINC, "2708-6"),
            o -> o.getCode().getCodingFirstRep().setSystem("urn:x-doorstep:other"),
            "Observation"),
        letter(
            "temperature in Fahrenheit",
            Observation.class,
            o -> o.getCode().hasCoding(Terms.LOINC, "8310-5"),
            o -> ((Quantity) o.getValue()).setCode("[degF]"),
            "Observation"));
  }

  /** Wrong by the profiles of BaRS only. */
  static Stream<Arguments> referralsWrongByProfile() {
    return Stream.of(
        referral(
            "request that is an order",
            ServiceRequest.class,
            r -> r.setIntent(ServiceRequest.ServiceRequestIntent.ORDER),
            "ServiceRequest"),
        referral(
            "two categories",
            ServiceRequest.class,
            r -> r.addCategory(new CodeableConcept().setText("Another")),
            "ServiceRequest"),
        referral(
            "scene safety of another category",
            Flag.class,
            f -> f.getCategoryFirstRep().getCodingFirstRep().setCode("XX"),
            "Flag"),
        referral("no reason", MessageHeader.class, h -> h.setReason(null), "MessageHeader"),
        referral(
            "receiver that is only named",
            MessageHeader.class,
            h -> h.getDestinationFirstRep().setReceiver(new Reference().setDisplay("Oast")),
            "MessageHeader"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongByBase")
  void listFaults_wrongByBase_namesThePlace(String what, byte[] message, String where) {
    assertThat(Profiles.listBaseFaults(message))
        .as(what)
        .anySatisfy(fault -> assertThat(fault.where()).contains(where));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"lettersWrongByProfile", "referralsWrongByProfile"})
  void listFaults_wrongByProfile_namesThePlace(String what, byte[] message, String where) {
    assertThat(Profiles.listFaults(message))
        .as(what)
        .anySatisfy(fault -> assertThat(fault.where()).contains(where));
  }

  private static boolean isScore(Observation observation) {
    return observation.getCode().hasCoding(Terms.SNOMED, TOTAL);
  }

  private static Identifier nhs(Patient patient) {
    return patient.getIdentifierFirstRep();
  }

  private static CodeableConcept status(Patient patient) {
    return (CodeableConcept) nhs(patient).getExtensionFirstRep().getValue();
  }

  private static <T extends Resource> Arguments letter(
      String what, Class<T> kind, Consumer<T> change, String where) {
    return letter(what, kind, resource -> true, change, where);
  }

  private static <T extends Resource> Arguments letter(
      String what, Class<T> kind, Predicate<T> which, Consumer<T> change, String where) {
    Bundle bundle =
        LetterWriting.write(SampleLetters.of(Disposition.COMMUNITY, Kind.ACTION_REQUESTED));
    return arguments(what, bundle, kind, which, change, where);
  }

  private static <T extends Resource> Arguments referral(
      String what, Class<T> kind, Consumer<T> change, String where) {
    Bundle bundle = ReferralWriting.write(SampleReferrals.of(UseCase.COMMUNITY, Step.NEW));
    return arguments(what, bundle, kind, resource -> true, change, where);
  }

  private static <T extends Resource> Arguments arguments(
      String what,
      Bundle bundle,
      Class<T> kind,
      Predicate<T> which,
      Consumer<T> change,
      String where) {
    T changed = new BundleIndex(bundle).list(kind).stream().filter(which).findFirst().orElseThrow();
    change.accept(changed);
    return Arguments.of(what, Texts.write(bundle), where);
  }
}
