package org.doorstep.simulator.world.crew;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorstep.dispatch.command.CareCommand.ChooseDisposition;
import org.doorstep.dispatch.command.CareCommand.OfferReferral;
import org.doorstep.dispatch.command.CareCommand.RecordAssessment;
import org.doorstep.dispatch.command.CareCommand.SendPreAlert;
import org.doorstep.dispatch.command.CareCommand.SignHandover;
import org.doorstep.dispatch.command.CareCommand.TakeOwnership;
import org.doorstep.dispatch.model.Actor;
import org.doorstep.dispatch.model.CareChoice;
import org.doorstep.dispatch.model.CareProposal;
import org.doorstep.dispatch.model.ChoiceReason;
import org.doorstep.dispatch.model.Disposition;
import org.doorstep.dispatch.model.HandoverTerms;
import org.doorstep.dispatch.model.IncidentId;
import org.doorstep.dispatch.model.JobStage;
import org.doorstep.dispatch.model.Patient;
import org.doorstep.dispatch.model.PatientId;
import org.doorstep.dispatch.model.Referral;
import org.doorstep.dispatch.model.ReferralPlan;
import org.doorstep.dispatch.model.ReferralState;
import org.doorstep.dispatch.model.ServiceId;
import org.doorstep.simulator.scenario.Outcome;
import org.doorstep.simulator.scenario.Quantiles;
import org.doorstep.simulator.scenario.SceneTimes;
import org.doorstep.simulator.start.LiveChoice;
import org.doorstep.simulator.world.area.AreaLine;
import org.doorstep.simulator.world.demand.Call;

/**
 * What happens around one patient: the first crew there assesses and arranges, one that can takes
 * the patient along, the others help and leave. Confined to one thread.
 */
public final class Scene {
  private static final Actor HUB = Actor.user("hub");
  private static final double ASSESSED_AFTER = 0.4;
  private static final long LEAST_MILLIS = 5 * 60_000L;
  private static final long LOAD_MILLIS = 6 * 60_000L;
  private static final long LOOK_AGAIN_MILLIS = 60_000;

  private final Ground ground;
  private final AreaLine area;
  private final Call call;
  private final PatientId patient;
  private final CareProposal proposal;
  private final List<CrewJob> jobs = new ArrayList<>();
  private int joined;
  private Optional<CrewJob> lead = Optional.empty();
  private Optional<CrewJob> transport = Optional.empty();
  private Optional<CareChoice> choice = Optional.empty();
  private boolean arranged;
  private boolean stayed;
  private boolean left;

  Scene(Ground ground, IncidentId incident, Call call) {
    this.ground = ground;
    this.area = ground.area();
    this.call = call;
    this.patient = new PatientId(incident, 1);
    this.proposal = ground.partners().pictures().of(call.course().picture()).proposal();
  }

  /** A crew is on the job; its number among those that ever were, from 0. */
  int join(CrewJob job) {
    jobs.add(job);
    return joined++;
  }

  /** A crew is off the job. */
  void leave(CrewJob job) {
    jobs.remove(job);
    transport = transport.filter(each -> each != job);
  }

  /** A crew has reached the patient. */
  void reached(CrewJob job) {
    if (lead.isEmpty()) {
      lead = Optional.of(job);
      if (isConveying() && job.conveys()) {
        transport = lead;
      }
      care(job, 0);
    } else if (isConveying() && !left && transport.isEmpty() && job.conveys()) {
      transport = Optional.of(job);
      depart(LOAD_MILLIS);
    } else {
      job.support();
    }
  }

  /** Whether the patient goes along, as far as it is known. */
  private boolean isConveying() {
    return choice
        .map(made -> made.disposition() == Disposition.ACUTE)
        .orElse(call.course().outcome().isConveyed());
  }

  /**
   * A crew had reached the patient before the world began to act.
   *
   * @param lastedMillis how long ago
   * @param known what was chosen for the patient
   */
  void takenOver(CrewJob job, long lastedMillis, Optional<LiveChoice> known) {
    if (lead.isPresent()) {
      if (isConveying() && !left && transport.isEmpty() && job.conveys()) {
        transport = Optional.of(job);
      } else {
        job.supportsOn(lastedMillis);
      }
      return;
    }
    lead = Optional.of(job);
    if (isConveying() && job.conveys()) {
      transport = lead;
    }
    if (known.isEmpty()) {
      care(job, lastedMillis);
      return;
    }
    stays(job, whole(lastedMillis) - lastedMillis);
    assess(job, () -> choose(job, chosen(known), () -> arrange(job)));
  }

  /**
   * A crew had left the scene before the world began to act; the first of them has the patient.
   *
   * @param lastedMillis for how long it has been at its stage
   */
  void takenOverAfter(CrewJob job, JobStage stage, long lastedMillis, Optional<LiveChoice> known) {
    if (lead.isPresent()) {
      job.clearsUp(lastedMillis);
      return;
    }
    lead = Optional.of(job);
    arranged = true;
    stayed = true;
    left = true;
    CareChoice made = chosen(known);
    HandoverTerms terms =
        ground.partners().practices().terms(call, made.disposition() != Disposition.ACUTE);
    assess(
        job,
        () ->
            choose(
                job, made, () -> sign(job, terms, () -> goesOn(job, stage, lastedMillis, made))));
  }

  private void goesOn(CrewJob job, JobStage stage, long lastedMillis, CareChoice made) {
    if (made.disposition() != Disposition.ACUTE) {
      job.clearsUp(lastedMillis);
      return;
    }
    transport = lead;
    if (stage == JobStage.LEFT_SCENE) {
      warn(job);
    }
    job.goesOn(stage, lastedMillis, made.destination().orElseThrow(), patient, proposal.preAlert());
  }

  private CareChoice chosen(Optional<LiveChoice> known) {
    return known
        .filter(made -> made.disposition() != Disposition.ACUTE || made.destination().isPresent())
        .filter(made -> made.disposition() != Disposition.COMMUNITY)
        .map(
            made -> choice(made.disposition(), made.destination(), ChoiceReason.CLINICAL_JUDGEMENT))
        .orElseGet(this::chosen);
  }

  private void care(CrewJob job, long lastedMillis) {
    long whole = whole(lastedMillis);
    long assessed = (long) (ASSESSED_AFTER * whole);
    area.after(
        Math.max(0, assessed - lastedMillis),
        () -> assess(job, () -> choose(job, chosen(), () -> arrange(job))));
    stays(job, whole - lastedMillis);
  }

  /** How long it takes at the scene in all, having lasted so long. */
  private long whole(long lastedMillis) {
    SceneTimes times = ground.scenario().work().jobs().scene(call.category().level());
    boolean conveyed = call.course().outcome().isConveyed();
    Quantiles law = conveyed ? times.convey() : times.treat();
    double share = call.draws().scene();
    return Math.max(
        LEAST_MILLIS,
        lastedMillis == 0 ? law.millis(share) : lastedMillis + law.leftMillis(share, lastedMillis));
  }

  private void stays(CrewJob job, long millis) {
    area.after(
        millis,
        () -> {
          stayed = true;
          finish(job);
        });
  }

  private void assess(CrewJob job, Runnable then) {
    area.insist(
        job.crew().actor(),
        head -> Optional.of(new RecordAssessment(head, patient, area.nextRecord(), proposal)),
        then);
  }

  private void choose(CrewJob job, CareChoice made, Runnable then) {
    area.insist(
        job.crew().actor(),
        head -> Optional.of(new ChooseDisposition(head, patient, made, version())),
        () -> {
          choice = Optional.of(made);
          then.run();
        });
  }

  private CareChoice chosen() {
    Outcome outcome = call.course().outcome();
    if (outcome == Outcome.COMMUNITY) {
      List<ServiceId> services = services();
      return services.isEmpty()
          ? choice(Disposition.TREAT_AT_SCENE, Optional.empty(), ChoiceReason.SERVICE_UNAVAILABLE)
          : choice(
              Disposition.COMMUNITY, Optional.of(services.get(0)), ChoiceReason.CLINICAL_JUDGEMENT);
    }
    Optional<ServiceId> destination = destination(outcome);
    return destination.isPresent()
        ? choice(Disposition.ACUTE, destination, ChoiceReason.CLINICAL_JUDGEMENT)
        : choice(Disposition.TREAT_AT_SCENE, Optional.empty(), ChoiceReason.CLINICAL_JUDGEMENT);
  }

  private Optional<ServiceId> destination(Outcome outcome) {
    int picture = call.course().picture();
    Optional<ServiceId> elsewhere =
        outcome == Outcome.ELSEWHERE
            ? ground.partners().destinations().findElsewhere(call.place(), picture)
            : Optional.empty();
    if (elsewhere.isPresent() || !outcome.isConveyed()) {
      return elsewhere;
    }
    return ground.partners().destinations().findEmergencyDepartment(call.place(), picture);
  }

  private CareChoice choice(Disposition made, Optional<ServiceId> at, ChoiceReason reason) {
    boolean asProposed =
        proposal.level().disposition() == made
            && (!proposal.hubFirst() || made == Disposition.ACUTE);
    return new CareChoice(made, at, asProposed ? Optional.empty() : Optional.of(reason));
  }

  private List<ServiceId> services() {
    return ground
        .partners()
        .destinations()
        .listCommunity(
            call.place(), call.course().picture(), ground.partners().community().capacities());
  }

  /** What follows from the choice while the crew is with the patient. */
  private void arrange(CrewJob job) {
    arranged = true;
    Disposition made = choice.map(CareChoice::disposition).orElseThrow();
    if (made == Disposition.COMMUNITY) {
      ReferralPlan plan =
          new ReferralPlan(
              services(), ground.scenario().work().community().answerSeconds(), area.nextRecord());
      area.insist(
          job.crew().actor(),
          head -> Optional.of(new OfferReferral(head, patient, plan)),
          () -> {});
    } else if (made == Disposition.ACUTE && transport.isEmpty()) {
      callForTransport();
    }
    if (stayed) {
      finish(job);
    }
  }

  private void callForTransport() {
    Optional<CrewJob> there =
        jobs.stream().filter(each -> each.conveys() && each.isAtPatient()).findFirst();
    if (there.isPresent()) {
      transport = there;
    } else if (jobs.stream().noneMatch(CrewJob::conveys)) {
      ground.calls().transport().accept(patient.incident());
    }
  }

  /** The time at the scene is over: whoever can leaves, once everything is arranged. */
  private void finish(CrewJob job) {
    if (!arranged || !stayed) {
      return;
    }
    Disposition made = choice.map(CareChoice::disposition).orElseThrow();
    if (made != Disposition.COMMUNITY) {
      sign(job, made);
      return;
    }
    Optional<ReferralState> answer = answer();
    if (answer.isEmpty() || answer.get().isAsked()) {
      area.after(LOOK_AGAIN_MILLIS, () -> finish(job));
    } else if (answer.get() == ReferralState.ACCEPTED || answer.get() == ReferralState.ATTENDED) {
      sign(job, made);
    } else {
      stayHome(job);
    }
  }

  private Optional<ReferralState> answer() {
    return area.board()
        .findPatient(patient)
        .flatMap(each -> each.arrangements().lastReferral())
        .map(Referral::state);
  }

  /** Nobody takes the patient on today: the hub owns the patient, who stays at home. */
  private void stayHome(CrewJob job) {
    CareChoice made =
        new CareChoice(
            Disposition.TREAT_AT_SCENE,
            Optional.empty(),
            Optional.of(ChoiceReason.SERVICE_UNAVAILABLE));
    area.insist(
        HUB,
        head -> Optional.of(new TakeOwnership(head, patient)),
        () -> choose(job, made, () -> sign(job, Disposition.TREAT_AT_SCENE)));
  }

  private void sign(CrewJob job, Disposition made) {
    HandoverTerms terms = ground.partners().practices().terms(call, made != Disposition.ACUTE);
    sign(
        job,
        terms,
        () -> {
          if (made == Disposition.ACUTE) {
            warn(job);
            depart(0);
          } else {
            left = true;
            transport.filter(each -> each != job).ifPresent(CrewJob::clear);
            job.clear();
          }
        });
  }

  private void sign(CrewJob job, HandoverTerms terms, Runnable then) {
    area.insist(
        job.crew().actor(),
        head -> Optional.of(new SignHandover(head, patient, area.nextRecord(), terms)),
        then);
  }

  private void warn(CrewJob job) {
    if (proposal.preAlert()) {
      area.insist(
          job.crew().actor(),
          head -> Optional.of(new SendPreAlert(head, patient, area.nextRecord())),
          () -> {});
    }
  }

  /** Leaves with the patient, if everything is done and somebody is there who can. */
  private void depart(long loadMillis) {
    boolean signed = area.board().findPatient(patient).filter(Patient::isHandedOn).isPresent();
    if (left || !stayed || !signed || transport.isEmpty()) {
      return;
    }
    left = true;
    CrewJob takes = transport.get();
    ServiceId service = choice.flatMap(CareChoice::destination).orElseThrow();
    area.after(
        loadMillis,
        () -> {
          takes.convey(service, patient, proposal.preAlert());
          lead.filter(each -> each != takes && !each.isStopped()).ifPresent(CrewJob::clear);
        });
  }

  private long version() {
    return area.board().findPatient(patient).map(Patient::version).orElse(0L);
  }
}
