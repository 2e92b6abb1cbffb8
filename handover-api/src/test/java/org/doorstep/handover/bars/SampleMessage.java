package org.doorstep.handover.bars;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A message in words: a CAD request for one patient in Tonbridge, changed by the test where it
 * matters.
 */
final class SampleMessage {
  static final String TONBRIDGE = "\"latitude\": 51.195, \"longitude\": 0.275";
  private static final String NHS = "https://fhir.nhs.uk/CodeSystem/";

  String bundle = "b-1";
  String event = "servicerequest-request";
  String reason = "new";
  String status = "active";
  String request = UUID.nameUUIDFromBytes(new byte[] {1}).toString();
  String journey = "journey-1";
  String category = "C2";
  String complaint = "Fall";
  String position = TONBRIDGE;
  String source = "https://fhir.nhs.uk/Id/dos-service-id|2222222222";
  final List<String> extra = new ArrayList<>();
  final List<String> patients = new ArrayList<>(List.of(patient("p1", "9476719931")));

  static String patient(String id, String nhsNumber) {
    return entry(
        id,
        """
        "resourceType": "Patient", "name": [{"family": "Example", "given": ["Ann"]}],
        "gender": "female", "birthDate": "1950-02-01",
        "identifier": [{"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "%s"}]
        """
            .formatted(nhsNumber));
  }

  static String patientUnknown(String id) {
    return entry(id, "\"resourceType\": \"Patient\", \"gender\": \"male\"");
  }

  static String flag(String category, String code) {
    return entry(
        "flag-" + category,
        """
        "resourceType": "Flag", "status": "active", "subject": {"reference": "urn:uuid:p1"},
        "category": [{"coding": [{"system": "%sflag-categories-bars", "code": "%s"}]}],
        "code": {"coding": [{"system": "%sscene-safety-codes-bars", "code": "%s"}]}
        """
            .formatted(NHS, category, NHS, code));
  }

  static String location(String id, String type, String position) {
    return entry(
        id,
        """
        "resourceType": "Location", "name": "%s place",
        "type": [{"coding": [{"system": "%slocation-types-bars", "code": "%s"}]}],
        "position": {%s}
        """
            .formatted(type, NHS, type, position));
  }

  static String entry(String id, String resource) {
    return "{\"fullUrl\": \"urn:uuid:%s\", \"resource\": {%s}}".formatted(id, resource);
  }

  private String condition() {
    return entry(
        "d1",
        "\"resourceType\": \"Condition\", \"subject\": {\"reference\": \"urn:uuid:p1\"}, \"code\": {\"text\": \"%s\"}"
            .formatted(complaint));
  }

  String json() {
    List<String> entries = new ArrayList<>();
    entries.add(header());
    entries.add(request());
    entries.addAll(patients);
    entries.add(
        entry(
            "e1",
            """
            "resourceType": "Encounter", "status": "triaged", "class": {"code": "EMER"},
            "identifier": [{"value": "case-77"}],
            "episodeOfCare": [{"reference": "EpisodeOfCare/%s"}]
            """
                .formatted(journey)));
    if (!category.isEmpty()) {
      entries.add(
          entry(
              "c1",
              """
              "resourceType": "CarePlan", "status": "active", "intent": "plan",
              "subject": {"reference": "urn:uuid:p1"},
              "activity": [{"outcomeCodeableConcept":
                [{"coding": [{"system": "%sarp-priority-codes", "code": "%s"}]}]}]
              """
                  .formatted(NHS, category)));
    }
    if (!complaint.isEmpty()) {
      entries.add(condition());
    }
    if (!position.isEmpty()) {
      entries.add(location("l1", "ILOC", position));
    }
    entries.addAll(extra);
    return """
        {"resourceType": "Bundle", "id": "%s", "type": "message",
         "timestamp": "2026-11-25T08:59:00Z", "entry": [%s]}
        """
        .formatted(bundle, String.join(",\n", entries));
  }

  private String header() {
    return entry(
        "h1",
        """
        "resourceType": "MessageHeader",
        "eventCoding": {"system": "%smessage-events-bars", "code": "%s"},
        "source": {"endpoint": "%s"},
        "reason": {"coding": [{"system": "%smessage-reason-bars", "code": "%s"}]},
        "focus": [{"reference": "urn:uuid:%s"}]
        """
            .formatted(NHS, event, source, NHS, reason, request));
  }

  private String request() {
    return entry(
        request,
        """
        "resourceType": "ServiceRequest", "status": "%s", "intent": "plan",
        "category": [{"coding": [
          {"system": "%smessage-category-servicerequest", "code": "referral"},
          {"system": "%susecases-categories-bars", "code": "A6T1"}]}],
        "subject": {"reference": "urn:uuid:p1"}, "encounter": {"reference": "urn:uuid:e1"},
        "authoredOn": "2026-11-25T08:58:00Z",
        "locationReference": [{"reference": "urn:uuid:l1"}]
        """
            .formatted(status, NHS, NHS));
  }
}
