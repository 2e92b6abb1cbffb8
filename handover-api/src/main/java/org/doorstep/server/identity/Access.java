package org.doorstep.server.identity;

import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.model.UnitId;

/** What each role may do inside the walls of its areas. Whatever is not named here is refused. */
public final class Access {
  private static final List<String> CREW_COMMANDS =
      List.of(
          "SignOnUnit",
          "SignOffUnit",
          "MakeUnitUnavailable",
          "MakeUnitAvailable",
          "ReportJobStage",
          "RefuseJob",
          "RaiseEmergency");
  private static final List<String> CREW_CARE_COMMANDS =
      List.of(
          "RecordAssessment",
          "ChooseDisposition",
          "OfferReferral",
          "CancelReferral",
          "SendPreAlert",
          "CancelPreAlert",
          "CorrectIdentity",
          "SignHandover",
          "AskHub",
          "AnswerProposal");

  /** What only a crew can say, whoever else may do all else. */
  private static final List<String> OF_THE_CREW_ALONE = List.of("AnswerProposal");

  private static final List<String> HUB_COMMANDS =
      List.of(
          "QueueCallBack",
          "TakeCase",
          "ReleaseCase",
          "RecordCallBack",
          "RecordWelfareCall",
          "RecordReview",
          "DecideUnreached",
          "ProposeOutcome",
          "AgreeOutcome",
          "AddCall",
          "RecategoriseIncident",
          "CloseIncident",
          "RecordAssessment",
          "ChooseDisposition",
          "TakeOwnership",
          "OfferReferral",
          "AnswerReferral",
          "CancelReferral",
          "ReportAttendance",
          "SendPreAlert",
          "SignHandover",
          "AnswerHandover",
          "AnswerPractice",
          "RedirectHandover",
          "HandOverByHand",
          "CancelPreAlert",
          "CorrectIdentity",
          "MergePatients",
          "SeparatePatients",
          "AmendHandover",
          "RetractHandover",
          "RecordFollowUp",
          "NoteReturnHome");
  private static final List<String> PRACTICE_COMMANDS =
      List.of("AnswerHandover", "RecordFollowUp", "NoteReturnHome");
  private static final List<String> HOSPITAL_COMMANDS =
      List.of("AcknowledgePreAlert", "ReceivePatient");
  private static final List<String> SERVICE_COMMANDS =
      List.of("AnswerReferral", "ReportAttendance");

  private Access() {}

  /** Whether the user sees the whole board. */
  public static boolean seesBoard(User user) {
    return user.is(Role.DESK) || user.is(Role.HUB);
  }

  /** Whether the user sees which roads are closed; nothing about a patient is among it. */
  public static boolean seesClosures(User user) {
    return seesBoard(user) || user.is(Role.ADMIN);
  }

  /** Whether the user sees by which tables decisions are made. */
  public static boolean seesProtocol(User user) {
    return user.is(Role.ADMIN) || user.is(Role.HUB);
  }

  /** Whether the user sees what became of patients by the rows that decided, in numbers. */
  public static boolean seesRuleOutcomes(User user) {
    return seesSmallNumbers(user) || user.is(Role.PLANNER) || user.is(Role.CREW);
  }

  /** Whether numbers so small that they might point at somebody are shown to the user. */
  public static boolean seesSmallNumbers(User user) {
    return seesBoard(user) || user.is(Role.ADMIN);
  }

  /** Whether the user sees what was wanted and could not be had. */
  public static boolean seesUnmet(User user) {
    return user.is(Role.HUB) || user.is(Role.ADMIN);
  }

  /** Whether the user loads, tries and adopts versions of decision tables. */
  public static boolean mayKeepProtocol(User user) {
    return user.is(Role.ADMIN);
  }

  /** Whether the user sees what services are there and what they say of their room. */
  public static boolean seesServices(User user) {
    return seesBoard(user)
        || user.is(Role.CREW)
        || user.is(Role.HOSPITAL)
        || user.is(Role.SERVICE)
        || user.is(Role.PRACTICE);
  }

  /** Whether the user may say what room a service has: its own people, or a desk or hub for it. */
  public static boolean maySpeakFor(User user, ServiceId service) {
    boolean isOfOne = user.is(Role.HOSPITAL) || user.is(Role.SERVICE);
    return seesBoard(user) || (isOfOne && user.service().filter(service::equals).isPresent());
  }

  /** Whether the user may switch load-levelling. */
  public static boolean mayLevel(User user) {
    return user.is(Role.DESK);
  }

  /** Whether the user may close roads, and open them again. */
  public static boolean mayCloseRoads(User user) {
    return user.is(Role.DESK) || user.is(Role.ADMIN);
  }

  /** Whether the user keeps scenarios and runs experiments; nothing about a patient is among it. */
  public static boolean plans(User user) {
    return user.is(Role.PLANNER) || user.is(Role.ADMIN);
  }

  /** The one unit to whose jobs the user's view is narrowed, for crews. */
  public static Optional<UnitId> narrowedTo(User user) {
    return seesBoard(user) || !user.is(Role.CREW) ? Optional.empty() : user.unit();
  }

  /**
   * Whether the user may give a command.
   *
   * @param unit the unit that the command speaks of, if any
   */
  public static boolean mayCommand(User user, String command, Optional<UnitId> unit) {
    if (user.is(Role.DESK) && !OF_THE_CREW_ALONE.contains(command)) {
      return true;
    }
    if (user.is(Role.HUB) && HUB_COMMANDS.contains(command)) {
      return true;
    }
    return user.is(Role.CREW) && CREW_COMMANDS.contains(command) && owns(user, unit);
  }

  /** Whether the user may give a command about a patient, of the incident that its crew is at. */
  public static boolean mayCommandAsCrew(User user, String command) {
    return user.is(Role.CREW) && user.unit().isPresent() && CREW_CARE_COMMANDS.contains(command);
  }

  /** For which practice, hospital or service the user gives the command; empty: for none. */
  public static Optional<ServiceId> findServiceOf(User user, String command) {
    boolean may =
        (user.is(Role.PRACTICE) && PRACTICE_COMMANDS.contains(command))
            || (user.is(Role.HOSPITAL) && HOSPITAL_COMMANDS.contains(command))
            || (user.is(Role.SERVICE) && SERVICE_COMMANDS.contains(command));
    return may ? user.service() : Optional.empty();
  }

  /** Whether the user may report where a unit is. */
  public static boolean mayReportPosition(User user, UnitId unit) {
    return user.is(Role.CREW) && owns(user, Optional.of(unit));
  }

  private static boolean owns(User user, Optional<UnitId> unit) {
    return unit.isPresent() && user.unit().equals(unit);
  }
}
