package org.doorstep.dispatch.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is being done about an incident.
 *
 * @param jobs the live ones, in the order of their allocation
 * @param attended whether a crew has reached the scene
 * @param recommendation the latest, if any was made
 * @param travelTimesAsked the sequence at which drive times were last asked for and not yet
 *     answered; 0 when none are outstanding
 * @param reachedWith what the crews that have reached the scene can do; kept only where an incident
 *     needs more than one unit may have
 * @param lost how many units that were sent did not come: taken away, or refused
 */
public record Response(
    List<Job> jobs,
    boolean attended,
    Optional<Recommendation> recommendation,
    long travelTimesAsked,
    List<Capabilities> reachedWith,
    int lost) {

  /** Nobody sent, nothing recommended. */
  public static final Response NONE =
      new Response(List.of(), false, Optional.empty(), 0, List.of(), 0);

  public Response {
    jobs = List.copyOf(jobs);
    reachedWith = List.copyOf(reachedWith);
  }

  /** The same with other live jobs. */
  public Response withJobs(List<Job> live) {
    return new Response(live, attended, recommendation, travelTimesAsked, reachedWith, lost);
  }

  /** The same once a crew has reached the scene. */
  public Response reached() {
    return new Response(jobs, true, recommendation, travelTimesAsked, reachedWith, lost);
  }

  /** The same with drive times asked for at a sequence. */
  public Response asked(long sequence) {
    return new Response(jobs, attended, recommendation, sequence, reachedWith, lost);
  }

  /** The same with the answer to the latest question. */
  public Response recommended(Recommendation latest) {
    return new Response(jobs, attended, Optional.of(latest), 0, reachedWith, lost);
  }

  /** The same after a unit that was sent does not come. */
  public Response bereft() {
    return new Response(jobs, attended, recommendation, travelTimesAsked, reachedWith, lost + 1);
  }

  /** The same where those are at the scene who can do this, each once. */
  public Response withReached(List<Capabilities> there) {
    return new Response(
        jobs, attended, recommendation, travelTimesAsked, there.stream().distinct().toList(), lost);
  }

  /** The same once a crew that can do this has reached the scene. */
  public Response reachedWith(Capabilities able) {
    if (reachedWith.contains(able)) {
      return this;
    }
    List<Capabilities> all = new ArrayList<>(reachedWith);
    all.add(able);
    return new Response(jobs, attended, recommendation, travelTimesAsked, all, lost);
  }

  /** The same with no question outstanding: nobody is to be sent yet. */
  public Response unasked() {
    return new Response(jobs, attended, recommendation, 0, reachedWith, lost);
  }
}
