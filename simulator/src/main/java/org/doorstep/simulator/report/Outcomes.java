package org.doorstep.simulator.report;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.doorstep.dispatch.event.DispatchEvent.IncidentOpened;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.CareProposal;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.RuleUse;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.wire.Subject;
import org.doorstep.simulator.measure.Window;

/**
 * One line for each patient for whom anything was found or decided. One thread.
 *
 * <p>Of incidents that were opened within the window, told when nobody owes their patients anything
 * any more, those that somebody still does at the end. What is told is forgotten.
 */
public final class Outcomes {
  private final Window window;
  private final SortedSet<ServiceId> emergencyDepartments;
  private final Function<PatientId, Recontact> recontacts;
  private final Consumer<String> lines;
  private final UnmetTable unmet;
  private final TreeMap<IncidentId, IncidentCourse> open = new TreeMap<>();

  /**
   * A follower that has seen nothing.
   *
   * @param recontacts what is known of patients afterwards
   * @param unmet takes what was wanted for them and could not be had
   */
  public Outcomes(
      Window window,
      SortedSet<ServiceId> emergencyDepartments,
      Function<PatientId, Recontact> recontacts,
      UnmetTable unmet,
      Consumer<String> lines) {
    this.window = window;
    this.emergencyDepartments = emergencyDepartments;
    this.recontacts = recontacts;
    this.unmet = unmet;
    this.lines = lines;
    lines.accept(Row.header(OutcomeColumns.ALL));
  }

  /** Takes the next event of the log. */
  public void accept(LoggedEvent logged) {
    if (logged.event() instanceof IncidentOpened opened) {
      if (window.holds(logged.at())) {
        open.put(opened.incident(), new IncidentCourse(opened, logged.at()));
      }
      return;
    }
    Optional<IncidentId> incident = Subject.findIncident(logged.event());
    if (incident.isEmpty()) {
      return;
    }
    IncidentCourse course = open.get(incident.get());
    if (course != null) {
      course.hear(logged);
      if (course.isOver()) {
        tell(course);
        open.remove(course.incident());
      }
    }
  }

  /** The log has ended: what is still owed is told as it stands. */
  public void end() {
    open.values().forEach(this::tell);
    open.clear();
  }

  /** How many incidents are remembered. */
  public int remembered() {
    return open.size();
  }

  private void tell(IncidentCourse course) {
    for (PatientCourse patient : course.patients()) {
      lines.accept(Row.line(OutcomeColumns.ALL, row(course, patient)));
      unmet.add(patient, isEd(course.conveyedTo(patient)));
    }
  }

  private Row row(IncidentCourse course, PatientCourse patient) {
    Optional<ServiceId> conveyed = course.conveyedTo(patient);
    Row row =
        new Row()
            .put("incident", course.incident().value())
            .put("patient", patient.number())
            .at("opened_at", Optional.of(course.openedAt()))
            .put("category_opened", course.openedAs())
            .put("category_closed", course.category())
            .put(
                "crew",
                course.crews().stream().map(unit -> unit.value()).collect(Collectors.joining(" ")))
            .put("conveyed", conveyed.isPresent() ? "YES" : "NO")
            .put("conveyed_to_ed", isEd(conveyed) ? "YES" : "NO")
            .at("destination_received_at", patient.receivedAt())
            .at("closed_at", course.ended().map(IncidentCourse.Ended::at));
    patient.found().ifPresent(found -> found(row, found));
    patient.chosen().ifPresent(chosen -> chosen(row, chosen));
    patient.handedBack().ifPresent(back -> handedBack(row, back));
    row.put("referrals", referrals(patient.offers()));
    Recontact after = recontacts.apply(new PatientId(course.incident(), patient.number()));
    return row.put("recontact_24h", after.within24Hours())
        .put("recontact_72h", after.within72Hours())
        .put("ed_within_7d", after.edWithin7Days());
  }

  private boolean isEd(Optional<ServiceId> destination) {
    return destination.isPresent() && emergencyDepartments.contains(destination.get());
  }

  private static void found(Row row, PatientCourse.Found found) {
    CareProposal proposal = found.proposal();
    row.at("assessed_at", Optional.of(found.at()))
        .put("level", proposal.level())
        .put("destination_class", proposal.destination())
        .put("news2", proposal.news2())
        .put("rules", rules(proposal.rules()));
  }

  private static void chosen(Row row, PatientCourse.Chosen chosen) {
    row.at("chosen_at", Optional.of(chosen.at()))
        .put("category_at_choice", chosen.category())
        .put("disposition", chosen.choice().disposition())
        .put("destination_service", chosen.choice().destination().map(ServiceId::value))
        .put("choice_reason", chosen.choice().reason());
  }

  private static void handedBack(Row row, PatientCourse.Return back) {
    row.put("handover", back.terms().kind())
        .put("handover_practice", back.terms().practice().map(ServiceId::value))
        .put("handover_state", back.state())
        .at("handover_signed_at", Optional.of(back.signedAt()))
        .at("handover_received_at", back.receivedAt())
        .at("handover_ended_at", back.endedAt());
  }

  /** As in {@code follow-up/2/F1+F3}: table, version, rows, the deciding one first. */
  private static String rules(List<RuleUse> rules) {
    return rules.stream()
        .map(
            use ->
                "%s/%s/%s".formatted(use.table(), use.version(), String.join("+", use.matched())))
        .collect(Collectors.joining(" "));
  }

  private static String referrals(List<PatientCourse.Offer> offers) {
    return offers.stream()
        .map(
            offer ->
                offer.service().value()
                    + ":"
                    + offer.state()
                    + offer.refusal().map(reason -> ":" + reason).orElse(""))
        .collect(Collectors.joining(" "));
  }
}
