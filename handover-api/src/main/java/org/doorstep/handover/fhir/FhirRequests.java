package org.doorstep.handover.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.doorstep.handover.bars.BarsFault;
import org.doorstep.handover.bars.BarsFault.Kind;
import org.doorstep.handover.bars.BarsResponse;
import org.doorstep.handover.bars.BarsSyntax;
import org.doorstep.handover.bars.BarsVersion;
import org.doorstep.handover.bars.BarsView;
import org.doorstep.handover.bars.BarsWord;
import org.doorstep.handover.bars.DerivedId;
import org.doorstep.handover.bars.RequestTranslator;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;

/**
 * Requests as they are read: the resource as its sender has it, and with the latest version our own
 * encounter inside it ({@code #area}), whose status is what has become of it. Thread-safe.
 */
public final class FhirRequests implements RequestTranslator {
  private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final String AREA = "area";
  private static final String AREA_REFERENCE = "#" + AREA;

  private final FhirContext fhir = FhirContext.forR4Cached();

  @Override
  public Optional<String> write(BarsSyntax syntax, BarsView view, byte[] message) {
    return request(message, view.of().request())
        .map(found -> text(syntax, shown(found, view, message)));
  }

  @Override
  public Optional<String> writeSent(BarsSyntax syntax, byte[] message, int number) {
    return new BundleIndex(Texts.read(message))
        .list(ServiceRequest.class).stream()
            .findFirst()
            .map(
                request -> {
                  Echo.unlink(request, 0);
                  request.getMeta().setVersionId(Integer.toString(number));
                  return text(syntax, request);
                });
  }

  @Override
  public String list(
      BarsSyntax syntax,
      Several kind,
      List<BarsView> views,
      Function<BarsVersion, Optional<byte[]>> bodies) {
    Bundle bundle = new Bundle();
    boolean isSearch = kind == Several.SEARCH;
    bundle.setType(isSearch ? Bundle.BundleType.SEARCHSET : Bundle.BundleType.HISTORY);
    for (BarsView view : views) {
      Optional<byte[]> body = bodies.apply(view.version());
      Optional<ServiceRequest> found =
          body.flatMap(
              bytes -> request(bytes, view.of().request()).map(r -> shown(r, view, bytes)));
      if (found.isPresent()) {
        BundleEntryComponent entry =
            bundle.addEntry().setFullUrl(url(view.of().request())).setResource(found.get());
        if (isSearch) {
          entry.getSearch().setMode(SearchEntryMode.MATCH);
        } else {
          entry
              .getRequest()
              .setMethod(Bundle.HTTPVerb.PUT)
              .setUrl("ServiceRequest/" + view.of().request());
          entry
              .getResponse()
              .setStatus("200")
              .setLastModifiedElement(When.instant(view.version().at()));
        }
      }
    }
    return text(syntax, bundle.setTotal(bundle.getEntry().size()));
  }

  private static String url(String id) {
    return (UUID.matcher(id).matches() ? "urn:uuid:" : Terms.OURS + "request:") + id;
  }

  @Override
  public boolean hasName(byte[] message, String name) {
    List<String> wanted = words(name);
    return new BundleIndex(Texts.read(message))
        .list(Patient.class).stream()
            .flatMap(patient -> patient.getName().stream())
            .map(each -> words(each.getText() + " " + each.getNameAsSingleString()))
            .anyMatch(words -> words.containsAll(wanted));
  }

  private static List<String> words(String name) {
    return List.of(name.toLowerCase(Locale.ROOT).strip().split("[\\s,.]+", -1)).stream()
        .filter(word -> !word.isEmpty())
        .toList();
  }

  @Override
  public String capabilities(BarsSyntax syntax, BarsResponse.Us us) {
    return text(syntax, Capabilities.statement(us));
  }

  @Override
  public String definitions(BarsSyntax syntax, BarsResponse.Us us, List<String> contexts) {
    return text(syntax, Capabilities.definitions(us, contexts));
  }

  private ServiceRequest shown(ServiceRequest request, BarsView view, byte[] message) {
    ServiceRequest shown = request.copy();
    Echo.unlink(shown, 0);
    boolean isCurrent = view.word().isPresent();
    int number = isCurrent ? view.of().versions().size() : view.number();
    shown.setId(view.of().request());
    shown.getMeta().setVersionId(Integer.toString(number));
    if (!shown.getMeta().hasLastUpdated()) {
      shown.getMeta().setLastUpdatedElement(When.instant(view.version().at()));
    }
    view.word().ifPresent(word -> current(shown, view, word, message));
    return shown;
  }

  private static void current(ServiceRequest shown, BarsView view, BarsWord word, byte[] message) {
    shown.setStatus(status(view, word));
    List<Reference> journey =
        new BundleIndex(Texts.read(message))
            .list(Encounter.class).stream()
                .map(Echo::journey)
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElseGet(List::of);
    view.ours()
        .ifPresent(
            ours -> {
              Resource area =
                  OursForm.encounter(ours, word, shown.getSubject().copy(), journey).setId(AREA);
              shown.addContained(area);
              shown.addSupportingInfo(
                  new Reference(AREA_REFERENCE).setDisplay("What has become of it"));
            });
  }

  /** What its sender has taken back stays taken back, whatever has become of it. */
  private static ServiceRequestStatus status(BarsView view, BarsWord word) {
    return switch (view.of().last().asked().status()) {
      case REVOKED -> ServiceRequestStatus.REVOKED;
      case ENTERED_IN_ERROR -> ServiceRequestStatus.ENTEREDINERROR;
      case ACTIVE ->
          switch (word.status()) {
            case FINISHED -> ServiceRequestStatus.COMPLETED;
            case CANCELLED -> ServiceRequestStatus.REVOKED;
            case PLANNED, IN_PROGRESS, ARRIVED, TRIAGED -> ServiceRequestStatus.ACTIVE;
          };
    };
  }

  private Optional<ServiceRequest> request(byte[] message, String id) {
    Bundle bundle = Texts.read(message);
    return find(bundle, id).map(entry -> (ServiceRequest) entry.getResource());
  }

  private static Optional<BundleEntryComponent> find(Bundle bundle, String id) {
    List<BundleEntryComponent> all =
        bundle.getEntry().stream()
            .filter(entry -> entry.getResource() instanceof ServiceRequest)
            .toList();
    return all.stream()
        .filter(
            entry -> entry.hasFullUrl() && entry.getFullUrl().toLowerCase(Locale.ROOT).endsWith(id))
        .findFirst()
        .or(() -> all.stream().findFirst());
  }

  @Override
  public Amended amend(BarsSyntax syntax, byte[] message, byte[] body, String id) {
    BodyScan.Scanned scanned = BodyScan.of(body, Optional.empty(), FhirTranslator.BODY_BYTES_MAX);
    if (scanned.fault().isPresent()) {
      return new Amended.Refused(scanned.fault().get());
    }
    Resource given;
    try {
      given = Texts.readAny(body);
    } catch (Faulty e) {
      return refused(Kind.UNREADABLE, e.where(), e.sentence());
    }
    if (!(given instanceof ServiceRequest changed)) {
      return refused(Kind.NOT_PROCESSABLE, given.fhirType(), "A single ServiceRequest goes here.");
    }
    String own = changed.getIdElement().getIdPart();
    if (own != null && !own.equalsIgnoreCase(id)) {
      return refused(Kind.INVARIANT, "ServiceRequest.id", "The id must be the one of the address.");
    }
    if (changed.getStatus() == null) {
      return refused(
          Kind.REQUIRED,
          "ServiceRequest.status",
          "The request has no status; active, revoked or entered-in-error was expected.");
    }
    return amended(syntax, Texts.read(message), changed, id);
  }

  private Amended amended(BarsSyntax syntax, Bundle bundle, ServiceRequest changed, String id) {
    Optional<String> version = Optional.ofNullable(changed.getMeta().getVersionId());
    changed.getMeta().setVersionId(null);
    changed.setContained(
        changed.getContained().stream()
            .filter(each -> !AREA.equals(each.getIdElement().getIdPart().replace("#", "")))
            .toList());
    changed.setSupportingInfo(
        changed.getSupportingInfo().stream()
            .filter(each -> !AREA_REFERENCE.equals(each.getReference()))
            .toList());
    find(bundle, id).ifPresent(entry -> entry.setResource(changed));
    boolean isDeleted = changed.getStatus() == ServiceRequestStatus.ENTEREDINERROR;
    bundle.getEntry().stream()
        .map(BundleEntryComponent::getResource)
        .filter(MessageHeader.class::isInstance)
        .map(MessageHeader.class::cast)
        .forEach(
            header -> header.setReason(ReferralWriting.reason(isDeleted ? "delete" : "update")));
    String digest =
        DerivedId.digest(text(BarsSyntax.JSON, bundle).getBytes(StandardCharsets.UTF_8));
    bundle.setId(DerivedId.of("put", id, digest).toString());
    return new Amended.Message(text(syntax, bundle), version);
  }

  private static Amended refused(Kind kind, String where, String sentence) {
    return new Amended.Refused(BarsFault.at(kind, where, sentence));
  }

  private String text(BarsSyntax syntax, Resource resource) {
    IParser parser = syntax == BarsSyntax.XML ? fhir.newXmlParser() : fhir.newJsonParser();
    return parser
        .setOverrideResourceIdWithBundleEntryFullUrl(false)
        .encodeResourceToString(resource);
  }
}
