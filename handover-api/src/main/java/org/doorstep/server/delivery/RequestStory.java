package org.doorstep.server.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.doorstep.dispatch.event.DispatchEvent;
import org.doorstep.dispatch.event.DispatchEvent.IncidentClosed;
import org.doorstep.dispatch.event.DispatchEvent.IncidentOpened;
import org.doorstep.dispatch.event.DispatchEvent.IncidentRecategorised;
import org.doorstep.dispatch.event.DispatchEvent.JobRefused;
import org.doorstep.dispatch.event.DispatchEvent.JobStageReported;
import org.doorstep.dispatch.event.DispatchEvent.UnitAssigned;
import org.doorstep.dispatch.event.DispatchEvent.UnitStoodDown;
import org.doorstep.dispatch.event.HubEvent.CallBackMade;
import org.doorstep.dispatch.event.HubEvent.CaseReleased;
import org.doorstep.dispatch.event.HubEvent.CaseTaken;
import org.doorstep.dispatch.event.LoggedEvent;
import org.doorstep.dispatch.model.CallBackOutcome;
import org.doorstep.dispatch.model.Category;
import org.doorstep.dispatch.model.CloseReason;
import org.doorstep.dispatch.model.JobStage;
import org.doorstep.dispatch.model.UnitId;
import org.doorstep.dispatch.shell.log.StoredEvent;
import org.doorstep.handover.bars.BarsCase;
import org.doorstep.handover.bars.BarsRequest;
import org.doorstep.handover.bars.BarsWord;
import org.doorstep.handover.bars.BarsWord.Reason;
import org.doorstep.handover.bars.BarsWord.Since;
import org.doorstep.handover.bars.BarsWord.Status;

/**
 * What the log says of a request up to an event, in the words of the standard: waiting is planned,
 * allocated in progress, on scene arrived, complete finished, without help cancelled. The same
 * whenever it is read.
 *
 * <p>A request for validation is in progress when a clinician takes the case by name, too, and ends
 * with what the call came to.
 */
final class RequestStory {
  private final boolean isValidation;
  private final boolean isForAid;
  private final Map<UnitId, JobStage> jobs = new TreeMap<>();
  private final List<Since> history = new ArrayList<>();
  private boolean reached;
  private boolean unreachable;
  private Optional<String> clinician = Optional.empty();
  private Optional<CallBackOutcome> call = Optional.empty();
  private Optional<CloseReason> closed = Optional.empty();
  private Category category = Category.C2;

  private RequestStory(BarsCase request) {
    BarsRequest.Purpose purpose = request.whole().asked().purpose();
    this.isValidation = purpose == BarsRequest.Purpose.VALIDATION;
    String useCase = request.whole().asked().useCase().orElse("");
    this.isForAid = useCase.equals("a6t2") || useCase.equals("a6t3");
  }

  /**
   * Reads the word of a moment; empty where the incident has not been opened by then.
   *
   * @param upTo the last event that counts
   */
  static Optional<BarsWord> read(List<StoredEvent> events, BarsCase request, long upTo) {
    RequestStory story = new RequestStory(request);
    for (int i = 0; i < events.size() && events.get(i).logged().sequence() <= upTo; i++) {
      LoggedEvent logged = events.get(i).logged();
      story.hear(logged);
      if (!isHalf(events, i, upTo)) {
        story.settle(logged.at());
      }
    }
    return story.history.isEmpty() ? Optional.empty() : Optional.of(story.word());
  }

  /** What one command has decided counts as a whole, never half of it. */
  private static boolean isHalf(List<StoredEvent> events, int i, long upTo) {
    return i + 1 < events.size()
        && events.get(i + 1).logged().sequence() <= upTo
        && events.get(i + 1).logged().command().equals(events.get(i).logged().command());
  }

  private void hear(LoggedEvent logged) {
    DispatchEvent event = logged.event();
    if (event instanceof IncidentOpened each) {
      category = each.category();
    } else if (event instanceof IncidentRecategorised each) {
      category = each.category();
    } else if (event instanceof UnitAssigned each) {
      jobs.put(each.unit(), JobStage.ALLOCATED);
    } else if (event instanceof JobStageReported each) {
      jobs.put(each.unit(), each.stage());
      reached |= each.stage().hasReachedScene();
    } else if (event instanceof JobRefused each) {
      jobs.remove(each.unit());
    } else if (event instanceof UnitStoodDown each) {
      jobs.remove(each.unit());
    } else if (event instanceof IncidentClosed each) {
      closed = Optional.of(each.reason());
    } else {
      hearHub(event, logged);
    }
  }

  private void hearHub(DispatchEvent event, LoggedEvent logged) {
    if (event instanceof CaseTaken) {
      clinician = Optional.of(name(logged));
      call = Optional.empty();
    } else if (event instanceof CaseReleased) {
      clinician = Optional.empty();
    } else if (event instanceof CallBackMade each) {
      unreachable = each.outcome() == CallBackOutcome.NO_ANSWER;
      if (!unreachable) {
        clinician = Optional.of(clinician.orElseGet(() -> name(logged)));
        call = Optional.of(each.outcome());
      }
    }
  }

  /** The name by which somebody is signed in. */
  private static String name(LoggedEvent logged) {
    String actor = logged.actor().value();
    return actor.substring(actor.indexOf(':') + 1);
  }

  private void settle(Instant at) {
    Status now = status();
    if (history.isEmpty() || history.get(history.size() - 1).status() != now) {
      history.add(new Since(now, at));
    }
  }

  private Status status() {
    if (closed.isPresent()) {
      return isHelped(closed.get()) ? Status.FINISHED : Status.CANCELLED;
    }
    boolean isSent = jobs.values().stream().anyMatch(JobStage::isLive);
    boolean isThere = jobs.values().stream().anyMatch(JobStage::hasReachedScene);
    if (isThere) {
      return Status.ARRIVED;
    }
    if (isSent) {
      return Status.IN_PROGRESS;
    }
    if (isValidation && call.isPresent()) {
      return Status.TRIAGED;
    }
    return isValidation && clinician.isPresent() ? Status.IN_PROGRESS : Status.PLANNED;
  }

  /** Whoever was referred on by a clinician who spoke with them has been helped. */
  private boolean isHelped(CloseReason reason) {
    return switch (reason) {
      case CREWS_CLEAR -> reached;
      case HEARD_AND_TREATED -> true;
      case PASSED_ON -> call.equals(Optional.of(CallBackOutcome.REFERRED));
      case CALLED_OFF, DUPLICATE, ENTERED_IN_ERROR -> false;
    };
  }

  private BarsWord word() {
    Status status = status();
    Optional<Reason> reason =
        status == Status.CANCELLED ? closed.map(this::reason) : Optional.empty();
    return new BarsWord(status, reason, category, outcome(status), clinician, history);
  }

  private Reason reason(CloseReason why) {
    return switch (why) {
      case PASSED_ON ->
          isForAid
              ? new Reason(Reason.Code.NOT_AVAILABLE_IN_TIME, "No resource of ours can be sent.")
              : new Reason(Reason.Code.OTHER, "Passed to another service.");
      case CALLED_OFF ->
          unreachable
              ? new Reason(Reason.Code.FAILED_CONTACT, "Nobody answered; closed without contact.")
              : new Reason(Reason.Code.OTHER, "Called off; nobody was sent.");
      case DUPLICATE ->
          new Reason(Reason.Code.OTHER, "The same need is another incident of ours already.");
      case ENTERED_IN_ERROR -> new Reason(Reason.Code.OTHER, "Entered in error.");
      case CREWS_CLEAR, HEARD_AND_TREATED ->
          new Reason(Reason.Code.OTHER, "Ended before anybody had reached the scene.");
    };
  }

  private Optional<String> outcome(Status status) {
    if (call.isPresent()) {
      return Optional.of(
          switch (call.get()) {
            case ADVISED ->
                "Advice and a safety net were given by telephone; no ambulance is sent.";
            case REFERRED -> "Referred to another service by telephone; no ambulance is sent.";
            case UPGRADED -> "More urgent than it was thought; an ambulance is wanted.";
            case DOWNGRADED -> "Less urgent than it was thought; an ambulance is wanted.";
            case NO_ANSWER -> "Nobody answered.";
          });
    }
    return status == Status.FINISHED
        ? Optional.of("Attended by our crew; complete.")
        : Optional.empty();
  }
}
