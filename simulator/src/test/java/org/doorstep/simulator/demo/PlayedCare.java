package org.doorstep.simulator.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorstep.dispatch.model.Disposition;
import org.doorstep.dispatch.model.HandoverState;
import org.doorstep.dispatch.model.HandoverTerms;
import org.doorstep.dispatch.model.ReferralState;
import org.doorstep.simulator.demo.CareView.Ref;

/** The care of patient 7/1 as a server would tell it, which takes what is ordered. */
final class PlayedCare implements Patients {
  static final Ref PATIENT = new Ref(7, 1);

  /** What has been ordered, by name. */
  final List<String> orders = new ArrayList<>();

  private final ReferralState answer;
  private CareView view = unknown();

  /** Services answer in that way at once. */
  PlayedCare(ReferralState answer) {
    this.answer = answer;
  }

  private static CareView unknown() {
    return new CareView(
        PATIENT,
        0,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.of("PRACTICE-1"));
  }

  void take(Order order) {
    orders.add(order.command());
    switch (order.command()) {
      case "RecordAssessment" ->
          view = with(Optional.of(new CareView.Proposal("ED", false, false)), view.choice());
      case "ChooseDisposition" -> {
        Map<?, ?> choice =
            (Map<?, ?>) Optional.ofNullable(order.body().get("choice")).orElseThrow();
        view =
            with(
                view.proposal(),
                Optional.of(
                    new CareView.Choice(
                        Disposition.valueOf(String.valueOf(choice.get("disposition"))),
                        Optional.ofNullable(choice.get("destination")).map(String::valueOf))));
      }
      case "OfferReferral" ->
          view = with(List.of(new CareView.Asked(1, "FALLS-RESPONSE", answer)), view.handover());
      case "SignHandover" ->
          view =
              with(
                  view.referrals(),
                  Optional.of(
                      new CareView.Letter(
                          HandoverTerms.Kind.FOR_INFORMATION,
                          HandoverState.SIGNED,
                          Optional.of("PRACTICE-1"),
                          9)));
      default -> throw new AssertionError(order.command());
    }
  }

  /** The patient is there with a choice. */
  PlayedCare chosen(Disposition disposition) {
    view =
        with(
            Optional.of(new CareView.Proposal("ED", false, false)),
            Optional.of(new CareView.Choice(disposition, Optional.of("GENERAL-ED"))));
    return this;
  }

  /** The hospital has taken over. */
  void receive() {
    view =
        new CareView(
            PATIENT,
            view.version(),
            view.proposal(),
            view.choice(),
            view.referrals(),
            view.preAlert(),
            true,
            view.handover(),
            view.practice());
  }

  @Override
  public long sequence() {
    return Long.MAX_VALUE;
  }

  @Override
  public Optional<CareView> find(Ref patient) {
    return Optional.of(view).filter(shown -> shown.patient().equals(patient));
  }

  @Override
  public Optional<List<Option>> findOptions(Ref patient, String kind) {
    return Optional.of(
        List.of(new Option("GENERAL-ED", true), new Option("FALLS-RESPONSE", false)));
  }

  private CareView with(Optional<CareView.Proposal> proposal, Optional<CareView.Choice> choice) {
    return new CareView(
        PATIENT,
        view.version() + 1,
        proposal,
        choice,
        view.referrals(),
        view.preAlert(),
        view.received(),
        view.handover(),
        view.practice());
  }

  private CareView with(List<CareView.Asked> referrals, Optional<CareView.Letter> handover) {
    return new CareView(
        PATIENT,
        view.version() + 1,
        view.proposal(),
        view.choice(),
        referrals,
        view.preAlert(),
        view.received(),
        handover,
        view.practice());
  }
}
