package org.doorstep.handover.fhir;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doorstep.handover.gp.Cpr;
import org.doorstep.handover.gp.KnownPlan;
import org.doorstep.handover.gp.PlanKind;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/**
 * Advance care plans as servers tell of them: consents, care plans, flags and documents.
 *
 * <p>Servers agree on no code for most of these, so words count as well; words that say that there
 * is no such plan, or that it was withdrawn, make it a plan of no known kind, which people read.
 */
final class PlanReading {
  static final String REVIEW = Terms.OURS + "plan-review";
  static final String ORIGINAL = Terms.OURS + "plan-original";
  static final String CPR = Terms.OURS + "plan-cpr";
  static final String LIFE_SUSTAINING = Terms.OURS + "plan-life-sustaining";

  private static final String OURS = Terms.OURS + "plan";
  private static final String CONSENTS = Terms.HL7 + "consentcategorycodes";
  private static final String NOT_FOR_CPR = "450476008";
  private static final String FOR_CPR = "450475007";
  private static final Pattern DENIED =
      Pattern.compile(
          "(?i)\\b(no|without)\\b[^.;]{0,20}\\b(dnacpr|dnar|respect|adrt)\\b"
              + "|\\b(dnacpr|dnar|respect|adrt)\\b[^.;]{0,30}"
              + "\\b(not in place|none|withdrawn|cancelled|revoked)\\b");
  private static final Pattern RESPECT =
      Pattern.compile("\\bReSPECT\\b|\\bRESPECT\\b|(?i:\\brespect (form|plan|process)\\b)");
  private static final Pattern REFUSAL =
      Pattern.compile("(?i)\\badrt\\b|advance decision|living will");
  private static final Pattern ATTORNEY = Pattern.compile("(?i)\\blpa\\b|power of attorney");
  private static final Pattern MONEY = Pattern.compile("(?i)property|financ");
  private static final Pattern HEALTH = Pattern.compile("(?i)health|welfare");
  private static final Pattern DEPUTY = Pattern.compile("(?i)\\bdeputy\\b|court of protection");
  private static final Pattern NOT_CPR =
      Pattern.compile(
          "(?i)\\bdnacpr\\b|\\bdnar\\b|do not (attempt|resuscitate)"
              + "|not for (attempted )?(cpr|(cardiopulmonary )?resuscitation)");
  private static final Pattern YES_CPR =
      Pattern.compile("(?i)\\bfor attempted (cpr|(cardiopulmonary )?resuscitation)");
  private static final Pattern PLACE =
      Pattern.compile("(?i)preferred place of (care|death)|preferred place for");

  private PlanReading() {}

  /** A consent; empty where it is about something else, or was never meant. */
  static Optional<KnownPlan> find(Consent consent) {
    boolean plan =
        codes(List.of(consent.getScope())).anyMatch(coding -> "adr".equals(coding.getCode()));
    if (consent.getStatus() == Consent.ConsentState.ENTEREDINERROR) {
      return Optional.empty();
    }
    String text =
        words(Stream.concat(Stream.of(consent.getPolicyRule()), consent.getCategory().stream()));
    Optional<PlanKind> kind = kind(consent.getCategory(), text);
    if (kind.isEmpty() && !plan) {
      return Optional.empty();
    }
    String said = Words.of(consent.getPolicyRule()).orElse(text);
    return Optional.of(
        new KnownPlan(
            kind.orElse(PlanKind.OTHER_PLAN),
            said,
            consent.getStatus() == Consent.ConsentState.ACTIVE,
            date(consent.getDateTimeElement()),
            date(consent, REVIEW),
            date(consent.getProvision().getPeriod().getEndElement()),
            display(consent.getPerformer()),
            text(consent, ORIGINAL),
            cpr(consent, consent.getCategory(), kind, said),
            lifeSustaining(consent)));
  }

  /** A care plan; empty where it is no plan for the worst. */
  static Optional<KnownPlan> find(CarePlan plan) {
    if (plan.getStatus() == CarePlan.CarePlanStatus.ENTEREDINERROR) {
      return Optional.empty();
    }
    String title = plan.hasTitle() ? plan.getTitle() : words(plan.getCategory().stream());
    String said = plan.hasDescription() ? title + ": " + plan.getDescription() : title;
    return plan(
        plan,
        plan.getCategory(),
        said,
        plan.getStatus() == CarePlan.CarePlanStatus.ACTIVE,
        plan.hasCreated()
            ? date(plan.getCreatedElement())
            : date(plan.getPeriod().getStartElement()),
        plan.getPeriod(),
        display(List.of(plan.getAuthor())));
  }

  /** A flag; empty where it warns of something else. */
  static Optional<KnownPlan> find(Flag flag) {
    if (flag.getStatus() == Flag.FlagStatus.ENTEREDINERROR) {
      return Optional.empty();
    }
    return plan(
        flag,
        List.of(flag.getCode()),
        words(Stream.of(flag.getCode())),
        flag.getStatus() == Flag.FlagStatus.ACTIVE,
        date(flag.getPeriod().getStartElement()),
        flag.getPeriod(),
        display(List.of(flag.getAuthor())));
  }

  /** A document; empty where it is another. */
  static Optional<KnownPlan> find(DocumentReference document) {
    boolean inError =
        "entered-in-error".equals(document.hasStatus() ? document.getStatus().toCode() : "")
            || "entered-in-error"
                .equals(document.hasDocStatus() ? document.getDocStatus().toCode() : "");
    if (inError) {
      return Optional.empty();
    }
    String type = words(Stream.of(document.getType()));
    String said = document.hasDescription() ? type + ": " + document.getDescription() : type;
    return plan(
        document,
        List.of(document.getType()),
        said,
        "current".equals(document.hasStatus() ? document.getStatus().toCode() : ""),
        date(document.getDateElement()),
        document.getContext().getPeriod(),
        display(document.getAuthor()));
  }

  private static Optional<KnownPlan> plan(
      DomainResource from,
      List<CodeableConcept> concepts,
      String said,
      boolean active,
      Optional<String> made,
      Period period,
      Optional<String> by) {
    Optional<PlanKind> kind = kind(concepts, said);
    return kind.map(
        each ->
            new KnownPlan(
                each,
                said,
                active,
                made,
                date(from, REVIEW),
                date(period.getEndElement()),
                by,
                text(from, ORIGINAL),
                cpr(from, concepts, kind, said),
                lifeSustaining(from)));
  }

  private static Optional<PlanKind> kind(List<CodeableConcept> concepts, String words) {
    return codes(concepts)
        .flatMap(coding -> kind(coding).stream())
        .findFirst()
        .or(() -> kind(words));
  }

  private static Optional<PlanKind> kind(Coding coding) {
    if (OURS.equals(coding.getSystem())) {
      return Stream.of(PlanKind.values())
          .filter(each -> each.name().equals(coding.getCode()))
          .findFirst()
          .or(() -> Optional.of(PlanKind.OTHER_PLAN));
    }
    if (Terms.SNOMED.equals(coding.getSystem())) {
      return NOT_FOR_CPR.equals(coding.getCode())
          ? Optional.of(PlanKind.DNACPR)
          : FOR_CPR.equals(coding.getCode()) ? Optional.of(PlanKind.OTHER_PLAN) : Optional.empty();
    }
    boolean dnr = CONSENTS.equals(coding.getSystem()) && "dnr".equals(coding.getCode());
    return dnr ? Optional.of(PlanKind.DNACPR) : Optional.empty();
  }

  private static Optional<PlanKind> kind(String words) {
    if (DENIED.matcher(words).find()) {
      return Optional.of(PlanKind.OTHER_PLAN);
    }
    if (RESPECT.matcher(words).find()) {
      return Optional.of(PlanKind.RESPECT);
    }
    if (REFUSAL.matcher(words).find()) {
      return Optional.of(PlanKind.ADVANCE_DECISION);
    }
    if (ATTORNEY.matcher(words).find()) {
      boolean moneyOnly = MONEY.matcher(words).find() && !HEALTH.matcher(words).find();
      return Optional.of(moneyOnly ? PlanKind.OTHER_PLAN : PlanKind.LASTING_POWER_OF_ATTORNEY);
    }
    if (DEPUTY.matcher(words).find()) {
      return Optional.of(PlanKind.DEPUTY);
    }
    if (NOT_CPR.matcher(words).find()) {
      return Optional.of(PlanKind.DNACPR);
    }
    return PLACE.matcher(words).find()
        ? Optional.of(PlanKind.PREFERRED_PLACE_OF_CARE)
        : Optional.empty();
  }

  private static Optional<Cpr> cpr(
      DomainResource from, List<CodeableConcept> concepts, Optional<PlanKind> kind, String said) {
    Optional<Cpr> named =
        text(from, CPR)
            .map(each -> each.toUpperCase(Locale.ROOT))
            .flatMap(
                each -> Stream.of(Cpr.values()).filter(cpr -> cpr.name().equals(each)).findFirst());
    if (named.isPresent()) {
      return named;
    }
    if (codes(concepts).anyMatch(coding -> FOR_CPR.equals(coding.getCode()))) {
      return Optional.of(Cpr.ATTEMPT);
    }
    // A refusal of treatment may speak of anything, and a DNACPR says it by its kind.
    if (kind.filter(PlanKind.RESPECT::equals).isEmpty()) {
      return Optional.empty();
    }
    return NOT_CPR.matcher(said).find()
        ? Optional.of(Cpr.DO_NOT_ATTEMPT)
        : YES_CPR.matcher(said).find() ? Optional.of(Cpr.ATTEMPT) : Optional.empty();
  }

  private static Stream<Coding> codes(List<CodeableConcept> concepts) {
    return concepts.stream().flatMap(each -> each.getCoding().stream());
  }

  private static String words(Stream<CodeableConcept> concepts) {
    return concepts
        .flatMap(each -> Words.of(each).stream())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static Optional<String> display(List<Reference> people) {
    return people.stream()
        .map(Reference::getDisplay)
        .flatMap(each -> Optional.ofNullable(each).stream())
        .findFirst();
  }

  static Optional<String> date(@Nullable BaseDateTimeType given) {
    return given == null ? Optional.empty() : Words.day(given.getValueAsString());
  }

  private static Optional<String> date(DomainResource from, String url) {
    return text(from, url).flatMap(Words::day);
  }

  private static Optional<String> text(DomainResource from, String url) {
    Extension extension = from.getExtensionByUrl(url);
    return extension == null || !extension.hasValue()
        ? Optional.empty()
        : Optional.ofNullable(extension.getValue().primitiveValue());
  }

  private static Optional<Boolean> lifeSustaining(DomainResource from) {
    Extension extension = from.getExtensionByUrl(LIFE_SUSTAINING);
    return extension != null && extension.getValue() instanceof BooleanType covers
        ? Optional.ofNullable(covers.getValue())
        : Optional.empty();
  }
}
