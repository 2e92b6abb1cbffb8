package org.doorstep.handover.fhir;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.doorstep.handover.receipt.Receipt;
import org.doorstep.handover.receipt.ReceiptCode;
import org.doorstep.handover.receipt.ReceiptReading;
import org.doorstep.handover.receipt.ReceiptTranslator;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.MessageHeader.ResponseType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Resource;

/**
 * Receipts as messages: a header with a response, and an outcome with the national code.
 *
 * <p>Any message whose header has a response is read as a receipt, whatever else it says: the
 * answer to a referral is one as well. Thread-safe.
 */
public final class FhirReceipts implements ReceiptTranslator {
  private static final String CODES = Terms.UK_CORE_CODES + "UKCore-ITKResponseCode";
  private static final String EVENT = "receipt";

  @Override
  public byte[] write(Receipt receipt) {
    Entries entries = new Entries(receipt.id(), receipt.at());
    OperationOutcome outcome = new OperationOutcome();
    OperationOutcomeIssueComponent issue =
        outcome
            .addIssue()
            .setSeverity(receipt.code().isOk() ? IssueSeverity.INFORMATION : IssueSeverity.FATAL)
            .setCode(receipt.code().isOk() ? IssueType.INFORMATIONAL : IssueType.BUSINESSRULE)
            .setDetails(Terms.concept(CODES, receipt.code().code(), receipt.code().display()));
    receipt.detail().ifPresent(issue::setDiagnostics);
    Organization by = new Organization().setName(receipt.by());
    MessageHeader header =
        new MessageHeader()
            .setEvent(new Coding(Terms.OURS + "message-event", EVENT, null))
            .setSender(entries.to("by"));
    header.getSource().setName(receipt.by()).setEndpoint("urn:uuid:" + entries.id("by"));
    header.addDestination().setEndpoint("urn:uuid:" + receipt.of());
    header
        .getResponse()
        .setIdentifierElement(new IdType(receipt.of().toString()))
        .setCode(receipt.code().isOk() ? ResponseType.OK : ResponseType.FATALERROR)
        .setDetails(entries.to("outcome"));
    entries.add("header", receipt.id(), header, Terms.UK_CORE + "UKCore-MessageHeader");
    entries.add("outcome", outcome, Terms.UK_CORE + "UKCore-OperationOutcome");
    entries.add("by", by, Terms.UK_CORE + "UKCore-Organization");
    return Texts.write(entries.bundle(Terms.UK_CORE + "UKCore-Bundle", false));
  }

  @Override
  public ReceiptReading read(byte[] message) {
    try {
      Resource resource = Texts.readAny(message);
      if (resource instanceof OperationOutcome outcome) {
        return remark(outcome);
      }
      return resource instanceof Bundle bundle
          ? new ReceiptReading.Understood(receipt(bundle))
          : new ReceiptReading.Refused("The body is neither a message nor an outcome.");
    } catch (Faulty e) {
      return new ReceiptReading.Refused(e.sentence());
    } catch (RuntimeException e) {
      // The library's words may quote the message.
      return new ReceiptReading.Refused("A value is none that a receipt may have.");
    }
  }

  private static ReceiptReading remark(OperationOutcome outcome) {
    return new ReceiptReading.Remark(
        outcome.getIssue().stream().anyMatch(issue -> issue.getCode() == IssueType.DUPLICATE),
        outcome.getIssue().stream()
            .anyMatch(
                issue ->
                    issue.getSeverity() == IssueSeverity.ERROR
                        || issue.getSeverity() == IssueSeverity.FATAL));
  }

  private static Receipt receipt(Bundle bundle) {
    BundleIndex index = new BundleIndex(bundle);
    MessageHeader header =
        Faulty.required(index.list(MessageHeader.class).stream().findFirst(), "MessageHeader");
    ResponseType response =
        Faulty.required(
            Optional.ofNullable(header.getResponse().getCode()), "MessageHeader.response.code");
    if (response == ResponseType.TRANSIENTERROR) {
      throw new Faulty("MessageHeader.response.code", "The receiver could not take it just now.");
    }
    Optional<OperationOutcomeIssueComponent> issue =
        index
            .find(header.getResponse().getDetails(), OperationOutcome.class)
            .flatMap(outcome -> outcome.getIssue().stream().findFirst());
    return new Receipt(
        uuid(bundle.getIdElement().getIdPart(), "Bundle.id"),
        uuid(header.getResponse().getIdentifier(), "MessageHeader.response.identifier"),
        code(response, issue),
        Faulty.required(
            When.read(bundle.getTimestampElement())
                .or(() -> When.read(bundle.getMeta().getLastUpdatedElement())),
            "Bundle.timestamp"),
        by(index, header),
        issue.map(OperationOutcomeIssueComponent::getDiagnostics).flatMap(Codings::clean));
  }

  /** The header's word counts; the code only says more. */
  private static ReceiptCode code(
      ResponseType response, Optional<OperationOutcomeIssueComponent> issue) {
    boolean ok = response == ResponseType.OK;
    return issue.stream()
        .flatMap(found -> found.getDetails().getCoding().stream())
        .filter(coding -> coding.hasSystem() && lower(coding.getSystem()).contains("responsecode"))
        .flatMap(
            coding ->
                Stream.of(ReceiptCode.values())
                    .filter(code -> code.code().equals(coding.getCode())))
        .filter(code -> code.isOk() == ok)
        .findFirst()
        .orElse(ok ? ReceiptCode.SUCCESS : ReceiptCode.OTHER);
  }

  private static String by(BundleIndex index, MessageHeader header) {
    return index
        .find(header.getSender(), Organization.class)
        .map(Organization::getName)
        .or(() -> Optional.ofNullable(header.getSource().getName()))
        .flatMap(Codings::clean)
        .orElse("The receiver");
  }

  private static UUID uuid(String given, String where) {
    String text = Faulty.text(given, where).replaceFirst("^urn:uuid:", "");
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new Faulty(where, "The element (" + where + ") is no UUID.");
    }
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
