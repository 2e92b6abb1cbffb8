package org.doorstep.handover.fhir;

import java.util.List;
import java.util.Locale;
import org.doorstep.handover.bars.BarsResponse;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementKind;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.EventCapabilityMode;
import org.hl7.fhir.r4.model.CapabilityStatement.ResourceVersionPolicy;
import org.hl7.fhir.r4.model.CapabilityStatement.RestfulCapabilityMode;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Enumerations.FHIRVersion;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;
import org.hl7.fhir.r4.model.MessageDefinition;
import org.hl7.fhir.r4.model.UsageContext;

/** What this server takes, said to other systems: how it is spoken to, and what messages hold. */
final class Capabilities {
  /** When what is stated here was last changed. */
  private static final String CHANGED = "2026-11-26";

  private static final String DEFINITION =
      "https://fhir.nhs.uk/MessageDefinition/bars-message-servicerequest-request-";
  private static final String USAGE = Terms.HL7 + "usage-context-type";
  private static final String USE_CASES = Terms.NHS + "usecases-categories-bars";

  /** The standard's messages that are taken. */
  private static final List<Taken> TAKEN =
      List.of(
          new Taken("referral", List.of("a3t1", "a6t1", "a6t2", "a6t3")),
          new Taken("validation", List.of("a4t1")));

  /** One kind of message, with its use cases. */
  private record Taken(String name, List<String> useCases) {}

  private Capabilities() {}

  static CapabilityStatement statement(BarsResponse.Us us) {
    CapabilityStatement statement =
        new CapabilityStatement()
            .setName("Doorstep")
            .setTitle("Requests for help, and what became of them")
            .setStatus(PublicationStatus.ACTIVE)
            .setDateElement(new DateTimeType(CHANGED))
            .setPublisher(us.name())
            .setKind(CapabilityStatementKind.INSTANCE)
            .setFhirVersion(FHIRVersion._4_0_1);
    statement.getSoftware().setName("Doorstep");
    statement
        .getImplementation()
        .setDescription("Booking and Referral Standard, requests for service; no bookings.");
    statement.addFormat("xml").addFormat("json");
    CapabilityStatementRestComponent rest =
        statement.addRest().setMode(RestfulCapabilityMode.SERVER);
    rest.getSecurity().setDescription("Each system shows its bearer token.");
    requests(rest);
    rest.addResource()
        .setType("MessageDefinition")
        .addInteraction()
        .setCode(TypeRestfulInteraction.SEARCHTYPE);
    rest.addOperation()
        .setName("process-message")
        .setDefinition("http://hl7.org/fhir/OperationDefinition/MessageHeader-process-message");
    CapabilityStatement.CapabilityStatementMessagingComponent messaging = statement.addMessaging();
    for (Taken taken : TAKEN) {
      messaging
          .addSupportedMessage()
          .setMode(EventCapabilityMode.RECEIVER)
          .setDefinition(DEFINITION + taken.name());
    }
    return statement;
  }

  private static void requests(CapabilityStatementRestComponent rest) {
    CapabilityStatementRestResourceComponent requests =
        rest.addResource().setType("ServiceRequest").setVersioning(ResourceVersionPolicy.VERSIONED);
    for (TypeRestfulInteraction interaction :
        List.of(
            TypeRestfulInteraction.READ,
            TypeRestfulInteraction.VREAD,
            TypeRestfulInteraction.HISTORYINSTANCE,
            TypeRestfulInteraction.SEARCHTYPE,
            TypeRestfulInteraction.UPDATE)) {
      requests.addInteraction().setCode(interaction);
    }
    parameter(requests, "patient:identifier", SearchParamType.TOKEN);
    parameter(requests, "patient:name", SearchParamType.STRING);
    parameter(requests, "patient:birthdate", SearchParamType.DATE);
    parameter(requests, "patient:address-postalcode", SearchParamType.STRING);
    parameter(requests, "ServiceRequest.identifier", SearchParamType.TOKEN);
  }

  private static void parameter(
      CapabilityStatementRestResourceComponent resource, String name, SearchParamType type) {
    resource.addSearchParam().setName(name).setType(type);
  }

  /** The definitions of those messages that are taken for a service and a use case. */
  static Bundle definitions(BarsResponse.Us us, List<String> contexts) {
    Bundle found = new Bundle();
    found.setType(Bundle.BundleType.SEARCHSET);
    List<String> codes =
        contexts.stream()
            .map(given -> given.substring(given.lastIndexOf('|') + 1).toLowerCase(Locale.ROOT))
            .toList();
    for (Taken taken : TAKEN) {
      boolean isMeant =
          codes.stream()
              .allMatch(code -> code.equals(us.dosId()) || taken.useCases().contains(code));
      if (isMeant) {
        found
            .addEntry()
            .setFullUrl(DEFINITION + taken.name())
            .setResource(definition(us, taken))
            .getSearch()
            .setMode(SearchEntryMode.MATCH);
      }
    }
    return found.setTotal(found.getEntry().size());
  }

  private static MessageDefinition definition(BarsResponse.Us us, Taken taken) {
    MessageDefinition definition =
        new MessageDefinition()
            .setUrl(DEFINITION + taken.name())
            .setName("DoorstepTakes" + taken.name())
            .setTitle("What a request holds to be acted on here (" + taken.name() + ")")
            .setStatus(PublicationStatus.ACTIVE)
            .setDateElement(new DateTimeType(CHANGED))
            .setEvent(ReferralWriting.event("servicerequest-request"));
    definition.setId("bars-message-servicerequest-request-" + taken.name());
    definition.addUseContext(context("venue", Terms.DOS, us.dosId()));
    taken.useCases().forEach(code -> definition.addUseContext(context("program", USE_CASES, code)));
    for (String kind :
        List.of(
            "MessageHeader",
            "ServiceRequest",
            "Patient",
            "Encounter",
            "CarePlan",
            "Organization")) {
      definition
          .addFocus()
          .setCode(kind)
          .setMin(kind.equals("Organization") ? 2 : 1)
          .setMax(kind.equals("Organization") ? "*" : "1");
    }
    for (String kind : List.of("Location", "Flag", "Observation", "Condition", "Consent")) {
      definition.addFocus().setCode(kind).setMin(0).setMax("*");
    }
    return definition;
  }

  private static UsageContext context(String type, String system, String code) {
    return new UsageContext(
        new Coding(USAGE, type, null), new CodeableConcept(new Coding(system, code, null)));
  }
}
