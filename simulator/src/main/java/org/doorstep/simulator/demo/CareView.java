package org.doorstep.simulator.demo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorstep.dispatch.model.Disposition;
import org.doorstep.dispatch.model.HandoverState;
import org.doorstep.dispatch.model.HandoverTerms;
import org.doorstep.dispatch.model.ReferralState;
import org.jspecify.annotations.Nullable;

/**
 * How far the care of one patient has come, as the server shows it.
 *
 * @param practice where the patient is registered, if that is known
 * @param agreed whether hub and crew have spoken about where care should happen
 */
record CareView(
    Ref patient,
    long version,
    Optional<Proposal> proposal,
    Optional<Choice> choice,
    List<Asked> referrals,
    Optional<Warning> preAlert,
    boolean received,
    Optional<Letter> handover,
    Optional<String> practice,
    boolean agreed) {
  CareView {
    referrals = List.copyOf(referrals);
  }

  /** A patient of whom hub and crew have not spoken. */
  CareView(
      Ref patient,
      long version,
      Optional<Proposal> proposal,
      Optional<Choice> choice,
      List<Asked> referrals,
      Optional<Warning> preAlert,
      boolean received,
      Optional<Letter> handover,
      Optional<String> practice) {
    this(
        patient, version, proposal, choice, referrals, preAlert, received, handover, practice,
        false);
  }

  /** A patient's number in an incident. */
  record Ref(long incident, long number) implements Comparable<Ref> {
    @Override
    public int compareTo(Ref other) {
      int byIncident = Long.compare(incident, other.incident);
      return byIncident == 0 ? Long.compare(number, other.number) : byIncident;
    }

    /** As commands have it. */
    Map<String, @Nullable Object> body() {
      return Order.of("Patient", "incident", incident, "number", number).body();
    }
  }

  /** What the tables propose. */
  record Proposal(String level, boolean preAlert, boolean hubFirst) {}

  /** Where care happens. */
  record Choice(Disposition disposition, Optional<String> destination) {}

  /** An offer to a service. */
  record Asked(long number, String service, ReferralState state) {}

  /** A warning of a hospital. */
  record Warning(String destination, boolean acknowledged) {}

  /** The handover to the practice. */
  record Letter(
      HandoverTerms.Kind kind, HandoverState state, Optional<String> practice, long asked) {}

  static CareView of(Tree shown) {
    Tree care = shown.findTree("care").orElseThrow();
    Tree id = care.findTree("id").orElseThrow();
    Tree arrangements = care.findTree("arrangements").orElseThrow();
    return new CareView(
        new Ref(id.integer("incident"), id.integer("number")),
        care.integer("version"),
        care.findTree("assessed")
            .flatMap(each -> each.findTree("proposal"))
            .map(CareView::proposal),
        care.findTree("choice")
            .map(
                each ->
                    new Choice(
                        each.code("disposition", Disposition.class), each.findText("destination"))),
        arrangements.trees("referrals").stream()
            .map(
                each ->
                    new Asked(
                        each.integer("number"),
                        each.text("service"),
                        each.code("state", ReferralState.class)))
            .toList(),
        arrangements
            .findTree("preAlert")
            .map(
                each ->
                    new Warning(
                        each.text("destination"), each.findText("acknowledgedBy").isPresent())),
        arrangements.findTree("reception").isPresent(),
        arrangements.findTree("handover").map(CareView::letter),
        shown.findTree("summary").flatMap(each -> each.findText("practice")),
        care.findTree("agreement").isPresent());
  }

  /** The newest offer, if there is one. */
  Optional<Asked> lastReferral() {
    return referrals.isEmpty()
        ? Optional.empty()
        : Optional.of(referrals.get(referrals.size() - 1));
  }

  private static Proposal proposal(Tree tree) {
    return new Proposal(tree.text("level"), tree.is("preAlert"), tree.is("hubFirst"));
  }

  private static Letter letter(Tree tree) {
    Tree terms = tree.findTree("terms").orElseThrow();
    return new Letter(
        terms.code("kind", HandoverTerms.Kind.class),
        tree.code("state", HandoverState.class),
        terms.findText("practice"),
        tree.integer("asked"));
  }
}
