package org.doorstep.server.outcome;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.model.CloseReason;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.dispatch.model.RuleUse;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.simulator.report.IncidentCourse;
import org.doorstep.simulator.report.PatientCourse;
import org.doorstep.simulator.report.Unmet;
import org.jspecify.annotations.Nullable;

/** Writes the rows of one incident, in place of those that were there. */
final class OutcomeRows {
  private static final String PATIENT =
      "insert into outcome.patient (area, incident, number, call, person, opened_at, closed_at,"
          + " counts, category, level, disposition, destination, chosen_at, chosen_by, assessed_by,"
          + " crew, conveyed, ed_at, referral_state, handover_state, handover_ended_at)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String RULE =
      "insert into outcome.rule_use (area, incident, number, table_id, version, rule)"
          + " values (?, ?, ?, ?, ?, ?) on conflict do nothing";
  private static final String UNMET =
      "insert into outcome.unmet (area, incident, number, place, at, kind, service, need, reason)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private final AreaId area;
  private final SortedSet<ServiceId> emergencyDepartments;
  private final PeopleTold people;

  OutcomeRows(AreaId area, SortedSet<ServiceId> emergencyDepartments, PeopleTold people) {
    this.area = area;
    this.emergencyDepartments = emergencyDepartments;
    this.people = people;
  }

  /**
   * Patients of whom a caller has told stand there too, so that they are known when they return.
   */
  void write(Connection connection, IncidentCourse course) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(
            "delete from outcome.patient where area = ? and incident = ?")) {
      delete.setString(1, area.value());
      delete.setLong(2, course.incident().value());
      delete.executeUpdate();
    }
    Optional<List<Optional<String>>> told = people.find(course.call());
    if (told.isEmpty()) {
      return;
    }
    Map<Integer, PatientCourse> patients = new TreeMap<>();
    for (int number = 1; number <= told.get().size() && number <= PatientId.NUMBER_MAX; number++) {
      patients.put(number, PatientCourse.ofNobody(number));
    }
    course.patients().forEach(each -> patients.put(each.number(), each));
    for (PatientCourse patient : patients.values()) {
      write(connection, course, patient, person(course, patient.number(), told.get()));
    }
  }

  /** What was put down last counts, also where it is that nobody knows. */
  private Optional<String> person(IncidentCourse course, int number, List<Optional<String>> told) {
    Optional<RecordId> identity = course.identity(number);
    if (identity.isPresent()) {
      return people.findKnown(identity.get());
    }
    return number <= told.size() ? told.get(number - 1) : Optional.empty();
  }

  private void write(
      Connection connection, IncidentCourse course, PatientCourse patient, Optional<String> person)
      throws SQLException {
    Optional<ServiceId> conveyed = course.conveyedTo(patient);
    Optional<PatientCourse.Chosen> chosen = patient.chosen();
    try (PreparedStatement insert = connection.prepareStatement(PATIENT)) {
      key(insert, course, patient);
      insert.setObject(4, course.call().value());
      insert.setString(5, person.orElse(null));
      insert.setTimestamp(6, Timestamp.from(course.openedAt()));
      insert.setTimestamp(7, moment(course.ended().map(IncidentCourse.Ended::at)));
      insert.setBoolean(8, counts(course));
      insert.setString(9, chosen.map(each -> each.category()).orElse(course.category()).name());
      insert.setString(
          10, patient.found().map(each -> each.proposal().level().name()).orElse(null));
      insert.setString(11, chosen.map(each -> each.choice().disposition().name()).orElse(null));
      insert.setString(
          12,
          chosen.flatMap(each -> each.choice().destination()).map(ServiceId::value).orElse(null));
      insert.setTimestamp(13, moment(chosen.map(PatientCourse.Chosen::at)));
      insert.setString(14, chosen.map(PatientCourse.Chosen::by).map(Actor::value).orElse(null));
      insert.setString(
          15, patient.found().map(PatientCourse.Found::by).map(Actor::value).orElse(null));
      insert.setString(
          16, course.crews().stream().map(UnitId::value).collect(Collectors.joining(" ")));
      insert.setBoolean(17, conveyed.isPresent());
      insert.setTimestamp(18, edAt(course, conveyed));
      aftermath(insert, patient);
      insert.executeUpdate();
    }
    rules(connection, course, patient);
    unmet(connection, course, patient);
  }

  private static void aftermath(PreparedStatement insert, PatientCourse patient)
      throws SQLException {
    List<PatientCourse.Offer> offers = patient.offers();
    Optional<PatientCourse.Return> back = patient.handedBack();
    insert.setString(19, offers.isEmpty() ? null : offers.get(offers.size() - 1).state().name());
    insert.setString(20, back.map(each -> each.state().name()).orElse(null));
    insert.setTimestamp(21, moment(back.flatMap(PatientCourse.Return::endedAt)));
  }

  private static boolean counts(IncidentCourse course) {
    return course
        .ended()
        .map(IncidentCourse.Ended::reason)
        .filter(reason -> reason == CloseReason.DUPLICATE || reason == CloseReason.ENTERED_IN_ERROR)
        .isEmpty();
  }

  private @Nullable Timestamp edAt(IncidentCourse course, Optional<ServiceId> conveyed) {
    boolean isEd = conveyed.isPresent() && emergencyDepartments.contains(conveyed.get());
    return isEd
        ? moment(course.atDestinationAt().or(() -> course.ended().map(IncidentCourse.Ended::at)))
        : null;
  }

  /** The deciding row of each table stands first among those that matched. */
  private void rules(Connection connection, IncidentCourse course, PatientCourse patient)
      throws SQLException {
    if (patient.found().isEmpty()) {
      return;
    }
    try (PreparedStatement insert = connection.prepareStatement(RULE)) {
      for (RuleUse use : patient.found().get().proposal().rules()) {
        if (!use.matched().isEmpty()) {
          key(insert, course, patient);
          insert.setString(4, use.table());
          insert.setString(5, use.version());
          insert.setString(6, use.matched().get(0));
          insert.executeUpdate();
        }
      }
    }
  }

  private void unmet(Connection connection, IncidentCourse course, PatientCourse patient)
      throws SQLException {
    int place = 0;
    try (PreparedStatement insert = connection.prepareStatement(UNMET)) {
      for (Unmet each : Unmet.of(patient)) {
        key(insert, course, patient);
        insert.setInt(4, ++place);
        insert.setTimestamp(5, Timestamp.from(each.at()));
        insert.setString(6, each.kind().name());
        insert.setString(7, each.service().map(ServiceId::value).orElse(null));
        insert.setString(8, each.need().map(Enum::name).orElse(null));
        insert.setString(9, each.reason().orElse(null));
        insert.executeUpdate();
      }
    }
  }

  private void key(PreparedStatement insert, IncidentCourse course, PatientCourse patient)
      throws SQLException {
    insert.setString(1, area.value());
    insert.setLong(2, course.incident().value());
    insert.setInt(3, patient.number());
  }

  private static @Nullable Timestamp moment(Optional<Instant> at) {
    return at.map(Timestamp::from).orElse(null);
  }
}
