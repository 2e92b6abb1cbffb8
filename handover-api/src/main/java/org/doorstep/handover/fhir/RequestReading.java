package org.doorstep.handover.fhir;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.doorstep.handover.bars.BarsRequest;
import org.doorstep.handover.bars.BarsRequest.Journey;
import org.doorstep.handover.bars.BarsRequest.Purpose;
import org.doorstep.handover.bars.BarsRequest.Status;
import org.doorstep.handover.bars.DerivedId;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.jspecify.annotations.Nullable;

/** The names, state and purpose of the request that a message is about. */
final class RequestReading {
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,300}");
  private static final Pattern USE_CASE = Pattern.compile("[a-z0-9-]{1,20}");
  private static final int KEYS_MAX = 20;
  private static final String URN = "urn:uuid:";

  private final BundleIndex index;
  private final Notes notes;

  RequestReading(BundleIndex index, Notes notes) {
    this.index = index;
    this.notes = notes;
  }

  /** The request that the header points at, else the first there is. */
  Optional<ServiceRequest> find(List<Reference> focus) {
    Optional<ServiceRequest> pointed =
        focus.stream().flatMap(f -> index.find(f, ServiceRequest.class).stream()).findFirst();
    Optional<ServiceRequest> first = index.list(ServiceRequest.class).stream().findFirst();
    if (pointed.isEmpty() && first.isPresent()) {
      notes.add(
          "focus-unclear",
          "Bundle.entry[0].resource.focus",
          "The header does not point at the service request; the first one in the message counts.");
    }
    return pointed.or(() -> first);
  }

  BarsRequest read(ServiceRequest request, String url) {
    TreeSet<String> keys = new TreeSet<>();
    key(url).ifPresent(keys::add);
    key(request.getIdElement().getIdPart()).ifPresent(keys::add);
    Stream.concat(
            request.getIdentifier().stream(),
            request.hasRequisition() ? Stream.of(request.getRequisition()) : Stream.empty())
        .filter(Identifier::hasValue)
        .flatMap(i -> key((i.hasSystem() ? i.getSystem() : "") + "|" + i.getValue()).stream())
        .forEach(keys::add);
    return new BarsRequest(
        url,
        keys.stream().limit(KEYS_MAX).toList(),
        status(request),
        purpose(request),
        Codings.findCode(request.getCategory(), "usecases-categories")
            .map(code -> code.toLowerCase(Locale.ROOT))
            .filter(code -> USE_CASE.matcher(code).matches()),
        journey(request));
  }

  private Status status(ServiceRequest request) {
    if (request.getStatus() == null) {
      notes.add(
          "status-missing",
          index.path(request) + ".status",
          "The request has no status of the standard; it counts as active.");
      return Status.ACTIVE;
    }
    return switch (request.getStatus()) {
      case REVOKED -> Status.REVOKED;
      case ENTEREDINERROR -> Status.ENTERED_IN_ERROR;
      case ACTIVE -> Status.ACTIVE;
      default -> {
        notes.add(
            "status-unusual",
            index.path(request) + ".status",
            "The request's status is none that BaRS uses; it counts as active.");
        yield Status.ACTIVE;
      }
    };
  }

  private Purpose purpose(ServiceRequest request) {
    String code = Codings.findCode(request.getCategory(), "message-category").orElse("");
    if (!code.equals("VALIDATION") && !code.equals("REFERRAL")) {
      notes.add(
          "purpose-missing",
          index.path(request) + ".category",
          "The request is neither a referral nor a validation; it counts as a referral.");
    }
    return code.equals("VALIDATION") ? Purpose.VALIDATION : Purpose.REFERRAL;
  }

  private Journey journey(ServiceRequest request) {
    List<Encounter> encounters =
        Stream.concat(
                index.find(request.getEncounter(), Encounter.class).stream(),
                index.list(Encounter.class).stream())
            .distinct()
            .toList();
    Optional<String> id =
        encounters.stream()
            .flatMap(encounter -> encounter.getEpisodeOfCare().stream())
            .flatMap(episode -> episode(episode).stream())
            .findFirst();
    if (id.isEmpty()) {
      notes.add(
          "journey-missing",
          "Bundle.entry.resource.ofType(Encounter).episodeOfCare",
          "The message has no journey id.");
    }
    Optional<String> caseNumber =
        encounters.stream()
            .flatMap(encounter -> encounter.getIdentifier().stream())
            .filter(Identifier::hasValue)
            .flatMap(identifier -> key(identifier.getValue()).stream())
            .findFirst();
    return new Journey(id, caseNumber);
  }

  private static Optional<String> episode(Reference episode) {
    if (episode.hasReference()) {
      return key(episode.getReference().replaceFirst("^.*EpisodeOfCare/", ""));
    }
    return episode.hasIdentifier() ? key(episode.getIdentifier().getValue()) : Optional.empty();
  }

  /** A name in one spelling; empty when it is none that can be kept. */
  private static Optional<String> key(@Nullable String given) {
    if (given == null) {
      return Optional.empty();
    }
    String key = given.startsWith(URN) ? given.substring(URN.length()) : given;
    return KEY.matcher(key).matches()
        ? Optional.of(key.toLowerCase(Locale.ROOT))
        : Optional.empty();
  }

  /** How the message points at a resource, made up from its place where it has no address. */
  static String url(Bundle bundle, Resource resource, String digest) {
    return bundle.getEntry().stream()
        .filter(entry -> entry.getResource() == resource && entry.hasFullUrl())
        .map(BundleEntryComponent::getFullUrl)
        .findFirst()
        .orElseGet(() -> URN + DerivedId.of(digest, resource.fhirType()));
  }
}
