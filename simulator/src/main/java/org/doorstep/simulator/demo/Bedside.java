package org.doorstep.simulator.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.doorstep.dispatch.model.CareLevel;
import org.doorstep.dispatch.model.ChoiceReason;
import org.doorstep.dispatch.model.Disposition;
import org.doorstep.dispatch.model.ReferralState;
import org.doorstep.simulator.chance.Chance;
import org.doorstep.simulator.demo.CareView.Ref;
import org.doorstep.simulator.demo.Patients.Option;
import org.jspecify.annotations.Nullable;

/**
 * What a crew does for its patient, step by step: assesses, chooses, asks services, warns the
 * hospital, signs the handover. Each step follows from how far the patient's care has come by the
 * server's word, so that a refusal or a restart needs no case of its own. One thread.
 */
final class Bedside {
  private static final int SERVICES_MAX = 3;
  private static final Duration FOLLOW_UP_WITHIN = Duration.ofDays(3);
  private static final double ASKS_THE_PRACTICE = 0.6;

  private final Ref patient;
  private final Course course;
  private final int ageYears;
  private final int answerSeconds;
  private final boolean asksPractice;

  /**
   * A crew with a patient.
   *
   * @param answerSeconds how long a service has to answer, at the pace of the demo
   */
  Bedside(Ref patient, Course course, int answerSeconds, Chance chance) {
    this.patient = patient;
    this.course = course;
    this.answerSeconds = answerSeconds;
    this.ageYears = chance.whole(19, 95);
    this.asksPractice = chance.happens(ASKS_THE_PRACTICE);
  }

  /** Whether the patient is likely to be taken to hospital, before anybody has chosen. */
  boolean isConveying() {
    return course.disposition() == Disposition.ACUTE;
  }

  /** Whether the patient is to be taken to hospital. */
  static boolean isAcute(Optional<CareView> seen) {
    return seen.flatMap(CareView::choice)
        .filter(choice -> choice.disposition() == Disposition.ACUTE)
        .isPresent();
  }

  /** The next step at the scene; empty while nothing is to be done or something is awaited. */
  Optional<Order> atScene(Patients care, Instant now) {
    CareView view = care.find(patient).orElse(null);
    if (view == null || view.proposal().isEmpty()) {
      return Optional.of(new Order("RecordAssessment", course.assessment(patient, ageYears, now)));
    }
    CareView.Choice choice = view.choice().orElse(null);
    if (choice == null) {
      return choose(view, care);
    }
    return switch (choice.disposition()) {
      case COMMUNITY -> askServices(view, care);
      case ACUTE -> warn(view);
      case TREAT_AT_SCENE, HEAR_AND_TREAT -> Optional.empty();
    };
  }

  /** Whether all has been done that keeps the crew at the scene but the signature. */
  boolean mayLeave(Patients care) {
    return care.find(patient).filter(Bedside::mayLeave).isPresent();
  }

  private static boolean mayLeave(CareView view) {
    return view.choice()
        .filter(
            choice ->
                choice.disposition() != Disposition.COMMUNITY
                    || view.lastReferral().filter(Bedside::isTakenOn).isPresent())
        .isPresent();
  }

  /** The signature, while it is missing. */
  Optional<Order> sign(Patients care, Instant now) {
    return care.find(patient)
        .filter(view -> view.choice().isPresent() && view.handover().isEmpty())
        .map(view -> handover(view, now));
  }

  private static boolean isTakenOn(CareView.Asked last) {
    return last.state() == ReferralState.ACCEPTED || last.state() == ReferralState.ATTENDED;
  }

  private Optional<Order> choose(CareView view, Patients care) {
    if (course.disposition() == Disposition.TREAT_AT_SCENE) {
      return Optional.of(choose(view, Disposition.TREAT_AT_SCENE, Optional.empty()));
    }
    boolean drives = course.disposition() == Disposition.ACUTE;
    return care.findOptions(patient, course.kind())
        .map(
            options ->
                options.stream()
                    .filter(option -> option.drives() == drives)
                    .map(Option::service)
                    .findFirst())
        .map(
            best ->
                best.map(service -> choose(view, course.disposition(), best))
                    // Closed or full: at night most services are. The patient stays at home.
                    .orElseGet(() -> choose(view, Disposition.TREAT_AT_SCENE, Optional.empty())));
  }

  private Order choose(CareView view, Disposition disposition, Optional<String> destination) {
    Map<String, @Nullable Object> choice = new LinkedHashMap<>();
    choice.put("disposition", disposition);
    destination.ifPresent(service -> choice.put("destination", service));
    if (differs(view, disposition)) {
      choice.put(
          "reason",
          disposition == course.disposition()
              ? ChoiceReason.CLINICAL_JUDGEMENT
              : ChoiceReason.SERVICE_UNAVAILABLE);
    }
    return Order.of(
        "ChooseDisposition", "patient", patient.body(), "choice", choice, "saw", view.version());
  }

  private static boolean differs(CareView view, Disposition disposition) {
    CareView.Proposal proposal = view.proposal().orElseThrow();
    Disposition proposed = CareLevel.valueOf(proposal.level()).disposition();
    return proposed != disposition || (proposal.hubFirst() && disposition != Disposition.ACUTE);
  }

  private Optional<Order> askServices(CareView view, Patients care) {
    Optional<CareView.Asked> last = view.lastReferral();
    if (last.isEmpty()) {
      List<String> services =
          care.findOptions(patient, course.kind()).orElse(List.of()).stream()
              .filter(option -> !option.drives())
              .map(Option::service)
              .limit(SERVICES_MAX)
              .toList();
      return services.isEmpty()
          ? Optional.empty()
          : Optional.of(
              Order.of(
                  "OfferReferral",
                  "patient",
                  patient.body(),
                  "services",
                  services,
                  "answerSeconds",
                  answerSeconds,
                  "words",
                  words("Please visit today; safe until then.")));
    }
    boolean nobody = !last.get().state().isOpen() && !isTakenOn(last.get());
    return nobody
        ? Optional.of(choose(view, Disposition.TREAT_AT_SCENE, Optional.empty()))
        : Optional.empty();
  }

  private Optional<Order> warn(CareView view) {
    boolean due = view.proposal().filter(CareView.Proposal::preAlert).isPresent();
    if (!due || view.preAlert().isPresent()) {
      return Optional.empty();
    }
    Map<String, @Nullable Object> words =
        Order.of(
                "Atmist",
                "age",
                Integer.toString(ageYears),
                "time",
                "within the hour",
                "mechanism",
                course.present().get(0).name().toLowerCase(Locale.ROOT).replace('_', ' '),
                "signs",
                course.isSick() ? "NEWS2 high, on oxygen" : "observations steady",
                "treatment",
                "as by protocol")
            .body();
    return Optional.of(Order.of("SendPreAlert", "patient", patient.body(), "words", words));
  }

  private Order handover(CareView view, Instant now) {
    boolean asks = asksPractice && view.choice().orElseThrow().disposition() != Disposition.ACUTE;
    Map<String, @Nullable Object> terms = new LinkedHashMap<>();
    terms.put("kind", asks ? "ACTION_REQUESTED" : "FOR_INFORMATION");
    view.practice().ifPresent(practice -> terms.put("practice", practice));
    if (asks) {
      terms.put("dueAt", now.plus(FOLLOW_UP_WITHIN));
    }
    Map<String, @Nullable Object> words = words("Please review within three days.");
    Map<String, @Nullable Object> aftercare = course.told(ageYears).aftercare();
    if (!aftercare.isEmpty()) {
      words.put("aftercare", aftercare);
    }
    return Order.of("SignHandover", "patient", patient.body(), "terms", terms, "words", words);
  }

  private Map<String, @Nullable Object> words(String asked) {
    return Order.of(
            "Words",
            "summary",
            "Assessed at the scene (virtual patient).",
            "treatment",
            "Observed; nothing given.",
            "advice",
            "Call 999 if it gets worse, 111 if unsure.",
            "asked",
            asked)
        .body();
  }
}
