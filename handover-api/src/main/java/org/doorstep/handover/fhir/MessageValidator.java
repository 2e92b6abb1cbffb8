package org.doorstep.handover.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorstep.handover.outbox.MessageCheck;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.Bundle;
import org.jspecify.annotations.Nullable;

/**
 * Holds messages that are about to leave to base R4, to our own rules, and to the profiles in
 * folders, where there are any.
 *
 * <p>The definitions of R4 take seconds and some 200 MB to learn, so nothing is loaded before the
 * first message; that one waits. Thread-safe. For worker threads only.
 *
 * <p>A code of a system that is not at hand (SNOMED CT, LOINC) is not judged: there is no
 * terminology server in this process.
 */
public final class MessageValidator implements MessageCheck {
  private final List<Path> profiles;

  // Guarded by this; made by the first who asks.
  private @Nullable FhirValidator validator;

  /** A validator against base R4 and our own rules. */
  public MessageValidator() {
    this(List.of());
  }

  /**
   * A validator that knows profiles as well.
   *
   * @param profiles folders with structure definitions, value sets and code systems, XML or JSON
   */
  public MessageValidator(List<Path> profiles) {
    this.profiles = List.copyOf(profiles);
  }

  @Override
  public List<Fault> listFaults(byte[] message) {
    Bundle bundle;
    try {
      bundle = Texts.read(message);
    } catch (Faulty e) {
      return List.of(new Fault(e.where(), e.sentence()));
    }
    List<Fault> faults = new ArrayList<>(OwnRules.listFaults(bundle));
    String text = new String(message, StandardCharsets.UTF_8);
    for (SingleValidationMessage found : validator().validateWithResult(text).getMessages()) {
      if (found.getSeverity() == ResultSeverityEnum.ERROR
          || found.getSeverity() == ResultSeverityEnum.FATAL) {
        faults.add(fault(found));
      }
    }
    return faults;
  }

  private static Fault fault(SingleValidationMessage found) {
    String rule = Optional.ofNullable(found.getMessageId()).orElse("base-r4");
    return new Fault(Optional.ofNullable(found.getLocationString()).orElse("Bundle"), rule);
  }

  private synchronized FhirValidator validator() {
    FhirValidator made = validator;
    if (made == null) {
      made = make();
      validator = made;
    }
    return made;
  }

  private FhirValidator make() {
    FhirContext fhir = FhirContext.forR4Cached();
    ValidationSupportChain chain = new ValidationSupportChain();
    chain.addValidationSupport(new DefaultProfileValidationSupport(fhir));
    if (!profiles.isEmpty()) {
      chain.addValidationSupport(ProfileFolders.read(fhir, profiles));
      chain.addValidationSupport(new SnapshotGeneratingValidationSupport(fhir));
    }
    chain.addValidationSupport(new CommonCodeSystemsTerminologyService(fhir));
    chain.addValidationSupport(new InMemoryTerminologyServerValidationSupport(fhir));
    FhirInstanceValidator module = new FhirInstanceValidator(chain);
    // Without the folders, a profile that a message names is not at hand and not judged.
    module.setErrorForUnknownProfiles(!profiles.isEmpty());
    return fhir.newValidator().registerValidatorModule(module);
  }
}
