package org.doorstep.server;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.doorstep.dispatch.event.CareEvent.AssessmentRecorded;
import org.doorstep.dispatch.event.CareEvent.DispositionChosen;
import org.doorstep.dispatch.event.CorrectionEvent.IdentityCorrected;
import org.doorstep.dispatch.event.DispatchEvent;
import org.doorstep.dispatch.event.DispatchEvent.IncidentClosed;
import org.doorstep.dispatch.event.DispatchEvent.IncidentOpened;
import org.doorstep.dispatch.event.DispatchEvent.JobStageReported;
import org.doorstep.dispatch.event.DispatchEvent.UnitAssigned;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.AreaId;
import org.doorstep.dispatch.model.Capabilities;
import org.doorstep.dispatch.model.CareChoice;
import org.doorstep.dispatch.model.CareLevel;
import org.doorstep.dispatch.model.CareProposal;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.CloseReason;
import org.doorstep.dispatch.model.CommandId;
import org.doorstep.dispatch.model.DestinationClass;
import org.doorstep.dispatch.model.Disposition;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.IncidentSource;
import org.doorstep.dispatch.model.JobStage;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.dispatch.model.RuleUse;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.dispatch.shell.database.Database;
import org.doorstep.dispatch.shell.log.AreaLog;
import org.doorstep.dispatch.shell.record.CallDetails;
import org.doorstep.dispatch.shell.record.IncidentRecord;
import org.doorstep.dispatch.shell.record.PatientDetails;
import org.doorstep.dispatch.wire.EventJson;
import org.doorstep.dispatch.wire.Family;
import org.doorstep.dispatch.wire.Subject;

/** A log that a test writes line by line, with the words of its calls; no engine is asked. */
public final class WrittenLog {
  public static final AreaId AREA = TestServer.AREA;
  public static final Actor CREW = Actor.user("crew.a1");
  private static final String NO_HASH = "0".repeat(64);

  private final Database database;
  private final IncidentRecord record;
  private final List<LoggedEvent> events = new ArrayList<>();
  private String previous = NO_HASH;

  public WrittenLog(Database database, IncidentRecord record) throws Exception {
    this.database = database;
    this.record = record;
    var unused = new AreaLog(database.dataSource(), AREA);
  }

  /** Opens an incident of patients with these NHS numbers; an empty one: nobody has said. */
  public RecordId open(long incident, String at, Category category, String... numbers)
      throws Exception {
    RecordId call = new RecordId(new UUID(0x7000L, 0x8000_0000_0000_0000L | incident));
    List<PatientDetails> patients = new ArrayList<>();
    for (String number : numbers) {
      patients.add(
          new PatientDetails(
              Optional.empty(),
              number.isEmpty() ? Optional.empty() : Optional.of(number),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              false));
    }
    record.write(
        call,
        AREA,
        CallDetails.KIND,
        new CallDetails(
                "Fall",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                patients,
                Optional.empty())
            .toJson());
    add(
        at,
        new IncidentOpened(
            new IncidentId(incident),
            call,
            IncidentSource.DESK,
            category,
            Capabilities.NONE,
            Optional.empty(),
            List.of()));
    return call;
  }

  /** It becomes known who a patient is. */
  public void identify(String at, PatientId patient, String number) throws Exception {
    RecordId id = new RecordId(new UUID(0x7001L, 0x8000_0000_0000_0000L | events.size()));
    record.write(
        id,
        AREA,
        PatientDetails.KIND,
        new PatientDetails(
                Optional.empty(),
                Optional.of(number),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false)
            .toJson(),
        patient);
    add(at, new IdentityCorrected(patient, id));
  }

  /** A crew comes, assesses the first patient by a row, chooses, and is gone an hour later. */
  public void care(long incident, String at, String row, Optional<String> hospital)
      throws Exception {
    Instant there = Instant.parse(at);
    PatientId patient = new PatientId(new IncidentId(incident), 1);
    UnitId unit = new UnitId("A1");
    add(
        at,
        new UnitAssigned(
            patient.incident(), unit, Optional.empty(), Optional.empty(), Optional.empty()));
    add(at, new JobStageReported(patient.incident(), unit, JobStage.AT_SCENE));
    add(at, new AssessmentRecorded(patient, call(incident), proposal(row)));
    add(at, new DispositionChosen(patient, choice(hospital)));
    if (hospital.isPresent()) {
      add(
          there.plusSeconds(1_200),
          new JobStageReported(patient.incident(), unit, JobStage.LEFT_SCENE));
      add(
          there.plusSeconds(2_400),
          new JobStageReported(patient.incident(), unit, JobStage.AT_DESTINATION));
    }
    add(there.plusSeconds(3_600), new JobStageReported(patient.incident(), unit, JobStage.CLEAR));
    add(there.plusSeconds(3_600), new IncidentClosed(patient.incident(), CloseReason.CREWS_CLEAR));
  }

  public static CareProposal proposal(String row) {
    return new CareProposal(
        CareLevel.UCR,
        DestinationClass.URGENT_COMMUNITY_RESPONSE,
        false,
        false,
        Optional.of(2),
        List.of(new RuleUse("minimum-level-of-care", "1.0", NO_HASH, List.of(row, "OTHER"))));
  }

  public static CareChoice choice(Optional<String> hospital) {
    return new CareChoice(
        hospital.isPresent() ? Disposition.ACUTE : Disposition.TREAT_AT_SCENE,
        hospital.map(ServiceId::new),
        Optional.empty());
  }

  public static RecordId call(long incident) {
    return new RecordId(new UUID(0x7000L, 0x8000_0000_0000_0000L | incident));
  }

  public void add(String at, DispatchEvent event) throws Exception {
    add(Instant.parse(at), event);
  }

  /** The next event of the log. */
  public void add(Instant at, DispatchEvent event) throws Exception {
    LoggedEvent logged =
        new LoggedEvent(
            AREA,
            events.size() + 1L,
            at,
            CREW,
            new CommandId(new UUID(0x7000L, 0x9000_0000_0000_0000L | events.size())),
            event);
    byte[] body = EventJson.write(logged, previous);
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
    insert(logged, body, hash);
    previous = java.util.HexFormat.of().formatHex(hash);
    events.add(logged);
  }

  private void insert(LoggedEvent logged, byte[] body, byte[] hash) throws Exception {
    try (Connection connection = database.dataSource().getConnection();
        var insert =
            connection.prepareStatement(
                "insert into log.event (area, sequence, at, kind, incident, unit, command, actor,"
                    + " body, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      insert.setString(1, AREA.value());
      insert.setLong(2, logged.sequence());
      insert.setTimestamp(3, Timestamp.from(logged.at()));
      insert.setString(4, Family.nameOf(logged.event()));
      insert.setObject(
          5,
          Subject.findIncident(logged.event()).map(IncidentId::value).orElse(null),
          Types.BIGINT);
      insert.setString(6, Subject.findUnit(logged.event()).map(UnitId::value).orElse(null));
      insert.setObject(7, logged.command().value());
      insert.setString(8, logged.actor().value());
      insert.setBytes(9, body);
      insert.setBytes(10, hash);
      insert.executeUpdate();
    }
  }
}
