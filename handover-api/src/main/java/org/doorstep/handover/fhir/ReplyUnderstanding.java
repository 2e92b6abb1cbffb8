package org.doorstep.handover.fhir;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.doorstep.handover.referral.ReferralReply;
import org.doorstep.handover.referral.ReferralReply.Answer;
import org.doorstep.handover.referral.ReferralReply.Answerer;
import org.doorstep.handover.referral.ReferralReply.Kind;
import org.doorstep.handover.referral.ReferralReply.Matching;
import org.doorstep.handover.referral.ReferralReply.Reason;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.MessageHeader.ResponseType;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.jspecify.annotations.Nullable;

/**
 * Reads the answer of a service: the status of the service's own encounter, which the header points
 * at, is the answer.
 */
final class ReplyUnderstanding {
  private static final Pattern ID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final String STATUS = "Encounter.status";

  private final BundleIndex index;
  private final MessageHeader header;
  private final Bundle bundle;

  private ReplyUnderstanding(Bundle bundle) {
    this.bundle = bundle;
    this.index = new BundleIndex(bundle);
    this.header =
        Faulty.required(index.list(MessageHeader.class).stream().findFirst(), "MessageHeader");
  }

  static ReferralReply read(Bundle bundle) {
    return new ReplyUnderstanding(bundle).read();
  }

  static boolean isReply(Bundle bundle) {
    return new BundleIndex(bundle)
        .list(MessageHeader.class).stream()
            .findFirst()
            .filter(header -> header.getEvent() instanceof Coding)
            .map(header -> header.getEventCoding().getCode())
            .filter("servicerequest-response"::equalsIgnoreCase)
            .isPresent();
  }

  private ReferralReply read() {
    if (!isReply(bundle)) {
      throw new Faulty("MessageHeader.event", "The message is no answer to a request.");
    }
    Matching to =
        new Matching(
            uuid(header.getResponse().getIdentifier()),
            index.list(ServiceRequest.class).stream()
                .findFirst()
                .flatMap(request -> uuid(url(request))));
    if (to.message().isEmpty() && to.referral().isEmpty()) {
      throw new Faulty("MessageHeader.response.identifier", "Nothing says what is answered.");
    }
    return new ReferralReply(id(), to, answer(), at(), by());
  }

  private UUID id() {
    return Faulty.required(
        uuid(bundle.getIdElement().getIdPart()).or(() -> uuid(header.getIdElement().getIdPart())),
        "Bundle.id");
  }

  private Instant at() {
    return Faulty.required(
        When.read(bundle.getTimestampElement())
            .or(() -> When.read(bundle.getMeta().getLastUpdatedElement())),
        "Bundle.timestamp");
  }

  private Answer answer() {
    ResponseType code = header.getResponse().getCode();
    if (code == ResponseType.FATALERROR || code == ResponseType.TRANSIENTERROR) {
      return declined(Reason.Code.OTHER, Optional.of("The service could not take the request."));
    }
    Encounter encounter = Faulty.required(encounter(), "MessageHeader.focus");
    if (encounter.getStatus() == null) {
      throw new Faulty(STATUS, "The service's encounter has no status, which is the answer.");
    }
    return switch (encounter.getStatus()) {
      case PLANNED -> new Answer(Kind.QUEUED, Optional.empty());
      case INPROGRESS, ARRIVED, ONLEAVE -> new Answer(Kind.INTERIM, Optional.empty());
      case FINISHED -> new Answer(Kind.ACCEPTED, Optional.empty());
      case TRIAGED -> declined(Reason.Code.RETURNED, words(encounter));
      case CANCELLED -> declined(code(encounter), words(encounter));
      default -> throw new Faulty(STATUS, "The status of the encounter is no answer.");
    };
  }

  /** The service's own encounter: the one pointed at, else the last, which is none of ours. */
  private Optional<Encounter> encounter() {
    List<Encounter> all = index.list(Encounter.class);
    return header.getFocus().stream()
        .flatMap(focus -> index.find(focus, Encounter.class).stream())
        .findFirst()
        .or(() -> all.size() > 1 ? Optional.of(all.get(all.size() - 1)) : Optional.empty());
  }

  private static Answer declined(Reason.Code code, Optional<String> words) {
    return new Answer(Kind.DECLINED, Optional.of(new Reason(code, words)));
  }

  private static Reason.Code code(Encounter encounter) {
    String given = Codings.findCode(encounter.getReasonCode(), "rejected-reasons").orElse("");
    return Stream.of(Reason.Code.values())
        .filter(code -> code.code().toUpperCase(Locale.ROOT).equals(given))
        .findFirst()
        .orElse(Reason.Code.OTHER);
  }

  private static Optional<String> words(Encounter encounter) {
    return encounter.getReasonCode().stream()
        .filter(CodeableConcept::hasText)
        .flatMap(concept -> Codings.words(concept).stream())
        .findFirst();
  }

  private Answerer by() {
    Optional<Encounter> encounter = encounter();
    String organisation =
        index
            .find(header.getSender(), Organization.class)
            .map(Organization::getName)
            .or(() -> Optional.ofNullable(header.getSource().getName()))
            .orElse("The service");
    return new Answerer(
        organisation,
        encounter.stream()
            .flatMap(found -> found.getParticipant().stream())
            .flatMap(participant -> person(participant.getIndividual()).stream())
            .findFirst(),
        encounter.stream()
            .flatMap(found -> found.getIdentifier().stream())
            .filter(Identifier::hasValue)
            .map(Identifier::getValue)
            .findFirst(),
        encounter.flatMap(this::place));
  }

  /** The last place that the service names; where the patient was found is none of its own. */
  private Optional<String> place(Encounter encounter) {
    return encounter.getLocation().stream()
        .flatMap(each -> place(each.getLocation()).stream())
        .reduce((earlier, later) -> later);
  }

  private Optional<String> place(Reference reference) {
    Optional<Location> found = index.find(reference, Location.class);
    if (found.filter(ReplyUnderstanding::isScene).isPresent()) {
      return Optional.empty();
    }
    return found
        .map(Location::getName)
        .or(() -> Optional.ofNullable(reference.getDisplay()))
        .map(String::strip)
        .filter(words -> !words.isEmpty());
  }

  private static boolean isScene(Location location) {
    return Codings.findCode(location.getType(), "location-types")
        .filter("ILOC"::equals)
        .isPresent();
  }

  private Optional<String> person(Reference reference) {
    Optional<Practitioner> practitioner =
        index
            .find(reference, PractitionerRole.class)
            .flatMap(role -> index.find(role.getPractitioner(), Practitioner.class))
            .or(() -> index.find(reference, Practitioner.class));
    return practitioner.map(
        found ->
            found.getNameFirstRep().hasText()
                ? found.getNameFirstRep().getText()
                : found.getNameFirstRep().getNameAsSingleString());
  }

  private String url(ServiceRequest request) {
    return bundle.getEntry().stream()
        .filter(entry -> entry.getResource() == request && entry.hasFullUrl())
        .map(Bundle.BundleEntryComponent::getFullUrl)
        .findFirst()
        .orElse(String.valueOf(request.getIdElement().getIdPart()));
  }

  private static Optional<UUID> uuid(@Nullable String given) {
    return Optional.ofNullable(given)
        .map(value -> value.replaceFirst("^urn:uuid:", "").replaceFirst("^.*/", ""))
        .filter(value -> ID.matcher(value).matches())
        .map(UUID::fromString);
  }
}
