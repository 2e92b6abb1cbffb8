package org.doorstep.handover.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;

/** The FHIR library's own validator with the definitions of base R4; slow to make, so made once. */
public final class AnswerValidator {
  private static final FhirValidator VALIDATOR = make();

  private AnswerValidator() {}

  /** What is wrong with a resource, errors only; empty when it is valid. */
  public static List<String> listErrors(String body) {
    return VALIDATOR.validateWithResult(body).getMessages().stream()
        .filter(
            message ->
                message.getSeverity() == ResultSeverityEnum.ERROR
                    || message.getSeverity() == ResultSeverityEnum.FATAL)
        .map(AnswerValidator::sentence)
        .toList();
  }

  private static String sentence(SingleValidationMessage message) {
    return message.getLocationString() + ": " + message.getMessage();
  }

  private static FhirValidator make() {
    FhirContext fhir = FhirContext.forR4Cached();
    ValidationSupportChain chain =
        new ValidationSupportChain(
            new DefaultProfileValidationSupport(fhir),
            new CommonCodeSystemsTerminologyService(fhir),
            new InMemoryTerminologyServerValidationSupport(fhir));
    return fhir.newValidator().registerValidatorModule(new FhirInstanceValidator(chain));
  }
}
