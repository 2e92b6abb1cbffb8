package org.doorstep.dispatch;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.doorstep.dispatch.command.CareCommand;
import org.doorstep.dispatch.command.Command;
import org.doorstep.dispatch.command.Command.AddCall;
import org.doorstep.dispatch.command.Command.CloseIncident;
import org.doorstep.dispatch.command.Command.OpenIncident;
import org.doorstep.dispatch.command.Command.SweepDeadlines;
import org.doorstep.dispatch.command.CommandHead;
import org.doorstep.dispatch.command.HubCommand;
import org.doorstep.dispatch.command.Rejection;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.CallBackOutcome;
import org.doorstep.dispatch.model.CallBackReason;
import org.doorstep.dispatch.model.CareChoice;
import org.doorstep.dispatch.model.CareLevel;
import org.doorstep.dispatch.model.CareProposal;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.CloseReason;
import org.doorstep.dispatch.model.DestinationClass;
import org.doorstep.dispatch.model.Disposition;
import org.doorstep.dispatch.model.Flag;
import org.doorstep.dispatch.model.HandoverTerms;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.IncidentSource;
import org.doorstep.dispatch.model.JobStage;
import org.doorstep.dispatch.model.Outcome;
import org.doorstep.dispatch.model.Party;
import org.doorstep.dispatch.model.Patient;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.RecordId;
import org.doorstep.dispatch.model.ReviewOutcome;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.dispatch.model.UnreachedDecision;
import org.doorstep.dispatch.model.WelfareOutcome;

/**
 * Somebody who waits, and those who speak with them: the desk is no clinician, {@code mary} and
 * {@code omar} of the hub are. Each sentence is a command to an engine.
 */
public final class WaitingStory {
  private static final RecordId WORDS = new RecordId(new UUID(3, 4));

  private final World world = new World().signOn("A1");
  private IncidentId incident = new IncidentId(1);
  private Optional<Rejection> last = Optional.empty();
  private Optional<String> clinician = Optional.empty();

  public World world() {
    return world;
  }

  public IncidentId incident() {
    return incident;
  }

  public PatientId patient() {
    return new PatientId(incident, 1);
  }

  /** What was refused last; empty where it was accepted. */
  public Optional<Rejection> refused() {
    return last;
  }

  public WaitingStory opened(Category category, Flag... flags) {
    OpenIncident plain = world.openCommand(category, World.EMERGENCY);
    var reply =
        world.reply(
            new OpenIncident(
                plain.head(),
                plain.record(),
                plain.source(),
                plain.category(),
                plain.needs(),
                plain.place(),
                List.of(flags)));
    incident = reply.incident().orElseThrow();
    return this;
  }

  /** From now on somebody of the hub acts, by name; {@code desk} is nobody of the hub. */
  public WaitingStory by(String name) {
    clinician = Optional.of(name).filter(each -> !each.equals("desk"));
    return this;
  }

  public WaitingStory after(long minutes) {
    world.after(minutes * 60);
    world.reply(new SweepDeadlines(world.head()));
    return this;
  }

  public WaitingStory calledAgain() {
    return give(
        new AddCall(head(), incident, WORDS, IncidentSource.DESK, List.of(Flag.REPEAT_CALLER)));
  }

  public WaitingStory queued() {
    return give(new HubCommand.QueueCallBack(head(), incident, CallBackReason.CATEGORY));
  }

  public WaitingStory taken(Optional<String> from) {
    return give(new HubCommand.TakeCase(head(), incident, from.map(Actor::user), name()));
  }

  public WaitingStory released() {
    return give(new HubCommand.ReleaseCase(head(), incident));
  }

  public WaitingStory calledBack(CallBackOutcome outcome, Optional<Category> category) {
    return give(
        new HubCommand.RecordCallBack(
            head(), incident, outcome, category, Optional.of(WORDS), name()));
  }

  public WaitingStory calledBackWithoutWords(CallBackOutcome outcome) {
    return give(
        new HubCommand.RecordCallBack(
            head(), incident, outcome, Optional.empty(), Optional.empty(), name()));
  }

  public WaitingStory welfare(WelfareOutcome outcome, Optional<Category> category) {
    return give(
        new HubCommand.RecordWelfareCall(
            head(), incident, outcome, category, Optional.empty(), name()));
  }

  public WaitingStory reviewed(ReviewOutcome outcome, Optional<Category> category) {
    return give(
        new HubCommand.RecordReview(
            head(), incident, outcome, category, Optional.of(WORDS), name()));
  }

  public WaitingStory decided(UnreachedDecision decision) {
    return give(new HubCommand.DecideUnreached(head(), incident, decision, Optional.of(WORDS)));
  }

  public WaitingStory closed(CloseReason reason) {
    return give(
        new CloseIncident(head(), incident, reason, world.incident(incident).version(), name()));
  }

  public WaitingStory crewThere() {
    world.send(incident, "A1").report(incident, "A1", JobStage.AT_PATIENT);
    return this;
  }

  public WaitingStory crewSent() {
    world.send(incident, "A1");
    return this;
  }

  public WaitingStory assessed(Flag... concerns) {
    return give(
        new CareCommand.RecordAssessment(
            head(),
            patient(),
            WORDS,
            new CareProposal(
                CareLevel.HUB,
                DestinationClass.CLINICAL_HUB,
                false,
                true,
                Optional.of(5),
                List.of()),
            Optional.of(List.of(concerns))));
  }

  public WaitingStory chosen(Disposition disposition) {
    Optional<ServiceId> to =
        switch (disposition) {
          case COMMUNITY -> Optional.of(new ServiceId("UCR"));
          case ACUTE -> Optional.of(new ServiceId("MAIDSTONE-ED"));
          case HEAR_AND_TREAT, TREAT_AT_SCENE -> Optional.empty();
        };
    return give(
        new CareCommand.ChooseDisposition(
            head(),
            patient(),
            new CareChoice(disposition, to, Optional.empty()),
            version(),
            name()));
  }

  public WaitingStory signed() {
    return give(
        new CareCommand.SignHandover(
            head(),
            patient(),
            WORDS,
            new HandoverTerms(
                HandoverTerms.Kind.FOR_INFORMATION,
                Optional.of(new ServiceId("PRACTICE-1")),
                Optional.empty())));
  }

  public WaitingStory hubAsked() {
    return give(new HubCommand.AskHub(head(), patient()));
  }

  public WaitingStory proposed(Disposition disposition) {
    return give(
        new HubCommand.ProposeOutcome(
            head(), patient(), outcome(disposition), Optional.of(WORDS), version(), name()));
  }

  public WaitingStory answered(boolean agreed) {
    return give(
        new HubCommand.AnswerProposal(head(), patient(), agreed, Optional.of(WORDS), version()));
  }

  /** With the crew's clinician, by voice, and whoever else. */
  public WaitingStory agreedWith(Disposition disposition, Party... others) {
    return give(
        new HubCommand.AgreeOutcome(
            head(), patient(), outcome(disposition), true, List.of(others), WORDS, name()));
  }

  private static Outcome outcome(Disposition disposition) {
    return new Outcome(
        disposition, Optional.of(DestinationClass.URGENT_COMMUNITY_RESPONSE), Optional.empty());
  }

  private long version() {
    return world.engine().view().findPatient(patient()).map(Patient::version).orElse(0L);
  }

  private Optional<Actor> name() {
    return clinician.map(Actor::user);
  }

  private CommandHead head() {
    CommandHead plain = world.head();
    return new CommandHead(plain.id(), plain.area(), name().orElse(plain.actor()), plain.at());
  }

  private WaitingStory give(Command command) {
    last = world.reply(command).rejection();
    return this;
  }
}
