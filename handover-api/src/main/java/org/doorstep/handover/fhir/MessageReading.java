package org.doorstep.handover.fhir;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.doorstep.dispatch.model.Flag;
import org.doorstep.handover.bars.BarsContent;
import org.doorstep.handover.bars.BarsEnvelope;
import org.doorstep.handover.bars.BarsEnvelope.Reason;
import org.doorstep.handover.bars.BarsFault;
import org.doorstep.handover.bars.BarsFault.Kind;
import org.doorstep.handover.bars.BarsMessage;
import org.doorstep.handover.bars.BarsReading;
import org.doorstep.handover.bars.BarsRequest;
import org.doorstep.handover.bars.BarsSyntax;
import org.doorstep.handover.bars.BarsWords;
import org.doorstep.handover.bars.DerivedId;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.UriType;
import org.jspecify.annotations.Nullable;

/** Reads one bundle as a message about a service request, or says what it is instead. */
final class MessageReading {
  private static final ZoneId UNITED_KINGDOM = ZoneId.of("Europe/London");
  private static final Pattern ENDPOINT = Pattern.compile("[\\x21-\\x7e]{1,300}");

  /** The answer to a request, and the receipt of any message. */
  private static final Set<String> ANSWERS = Set.of("servicerequest-response", "receipt");

  private static final String HEADER = "Bundle.entry[0].resource";

  private final FhirContext fhir;
  private final Notes notes;

  MessageReading(FhirContext fhir, Notes notes) {
    this.fhir = fhir;
    this.notes = notes;
  }

  BarsReading read(BarsSyntax syntax, Bundle bundle) {
    BundleIndex index = new BundleIndex(bundle);
    Optional<MessageHeader> header = index.list(MessageHeader.class).stream().findFirst();
    if (header.isEmpty()) {
      return new BarsReading.Refused(syntax, withoutHeader(bundle));
    }
    if (bundle.getType() != BundleType.MESSAGE) {
      notes.add("bundle-type", "Bundle.type", "The bundle is not typed as a message.");
    }
    if (ANSWERS.contains(event(header.get()))) {
      String canonical = canonical(bundle);
      return new BarsReading.Answered(syntax, canonical, digest(canonical));
    }
    Optional<BarsFault> other = otherEvent(header.get());
    if (other.isPresent()) {
      return new BarsReading.Refused(syntax, other.get());
    }
    RequestReading requests = new RequestReading(index, notes);
    Optional<ServiceRequest> request = requests.find(header.get().getFocus());
    if (request.isEmpty()) {
      return new BarsReading.Refused(
          syntax,
          BarsFault.at(
              Kind.REQUIRED,
              HEADER + ".focus",
              "The message has no ServiceRequest; a servicerequest-request is about one."));
    }
    return new BarsReading.Understood(
        syntax, message(bundle, index, header.get(), request.get(), requests));
  }

  private BarsMessage message(
      Bundle bundle,
      BundleIndex index,
      MessageHeader header,
      ServiceRequest request,
      RequestReading requests) {
    BarsEnvelope envelope = envelope(bundle, header);
    BarsRequest read =
        requests.read(request, RequestReading.url(bundle, request, envelope.digest()));
    BarsContent content = content(index, request, day(bundle, request));
    return new BarsMessage(envelope, read, content, notes.list());
  }

  private BarsContent content(BundleIndex index, ServiceRequest request, Optional<LocalDate> on) {
    PlaceReading.Places places = new PlaceReading(index, notes).read(request);
    FlagReading.Flags flags = new FlagReading(index, notes).read();
    PatientReading.Patients patients = new PatientReading(index, on, notes).read(request);
    BarsWords words =
        new WordsReading(index)
            .read(
                request, Stream.concat(flags.words().stream(), places.others().stream()).toList());
    List<Flag> all = new ArrayList<>(flags.flags());
    all.addAll(patients.flags());
    if (!flags.sceneSaid()) {
      notes.add(
          "scene-safety-missing",
          "Bundle.entry.resource.ofType(Flag)",
          "Nothing is said of the scene's safety.");
    }
    return new BarsContent(
        CategoryReading.read(index, request, notes),
        places.incident(),
        all,
        flags.sceneSaid(),
        words,
        new BarsContent.People(CallerReading.read(index), patients.patients(), patients.finders()));
  }

  private BarsEnvelope envelope(Bundle bundle, MessageHeader header) {
    return new BarsEnvelope(
        digest(canonical(bundle)),
        Optional.ofNullable(bundle.getIdElement().getIdPart()),
        reason(header),
        header.hasSource() ? endpoint(header.getSource().getEndpoint()) : Optional.empty(),
        header.getDestination().stream()
            .flatMap(destination -> endpoint(destination.getEndpoint()).stream())
            .findFirst());
  }

  private String canonical(Bundle bundle) {
    return fhir.newJsonParser().encodeResourceToString(bundle);
  }

  private static String digest(String canonical) {
    return DerivedId.digest(canonical.getBytes(StandardCharsets.UTF_8));
  }

  private Reason reason(MessageHeader header) {
    String code =
        header.getReason().getCoding().stream()
            .filter(Coding::hasCode)
            .map(coding -> coding.getCode().trim().toLowerCase(Locale.ROOT))
            .findFirst()
            .orElse("");
    return switch (code) {
      case "new" -> Reason.NEW;
      case "update" -> Reason.UPDATE;
      case "delete" -> Reason.DELETE;
      default -> {
        notes.add(
            "reason-missing",
            HEADER + ".reason",
            "The message is neither new, update nor delete; it was matched by what it names.");
        yield Reason.UNSTATED;
      }
    };
  }

  private static Optional<String> endpoint(@Nullable String endpoint) {
    return Optional.ofNullable(endpoint)
        .map(String::strip)
        .filter(given -> ENDPOINT.matcher(given).matches());
  }

  private static Optional<LocalDate> day(Bundle bundle, ServiceRequest request) {
    Date written =
        request.hasAuthoredOn()
            ? request.getAuthoredOn()
            : bundle.hasTimestamp() ? bundle.getTimestamp() : bundle.getMeta().getLastUpdated();
    return Optional.ofNullable(written)
        .map(date -> LocalDate.ofInstant(date.toInstant(), UNITED_KINGDOM));
  }

  private static BarsFault withoutHeader(Bundle bundle) {
    String type = bundle.getType() == null ? "no type" : "type " + bundle.getType().toCode();
    return BarsFault.at(
        Kind.REQUIRED,
        "Bundle.entry[0]",
        "The Bundle (of %s) has no MessageHeader; a Bundle of type message begins with one."
            .formatted(type));
  }

  /** What is to be said to a message that is not about a request for service. */
  private static Optional<BarsFault> otherEvent(MessageHeader header) {
    return switch (event(header)) {
      case "servicerequest-request" -> Optional.empty();
      case "booking-request", "booking-response" ->
          Optional.of(
              BarsFault.at(
                  Kind.NOT_SUPPORTED,
                  HEADER + ".event",
                  "Bookings are not supported; requests for service (servicerequest-request) are."));
      case "" ->
          Optional.of(
              BarsFault.at(
                  Kind.REQUIRED,
                  HEADER + ".event",
                  "The MessageHeader has no event; servicerequest-request was expected."));
      default ->
          Optional.of(
              BarsFault.at(
                  Kind.NOT_SUPPORTED,
                  HEADER + ".event",
                  "The message's event is not supported; servicerequest-request is."));
    };
  }

  private static String event(MessageHeader header) {
    String event = "";
    if (header.getEvent() instanceof Coding coding && coding.hasCode()) {
      event = coding.getCode();
    } else if (header.getEvent() instanceof UriType uri && uri.hasValue()) {
      event = uri.getValue().replaceFirst("^.*[/#|]", "");
    }
    return event.trim().toLowerCase(Locale.ROOT);
  }
}
