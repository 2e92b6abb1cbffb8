package org.doorstep.dispatch.model;

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
 */
public record Response(
    List<Job> jobs,
    boolean attended,
    Optional<Recommendation> recommendation,
    long travelTimesAsked) {

  /** Nobody sent, nothing recommended. */
  public static final Response NONE = new Response(List.of(), false, Optional.empty(), 0);

  public Response {
    jobs = List.copyOf(jobs);
  }

  /** The same with other live jobs. */
  public Response withJobs(List<Job> live) {
    return new Response(live, attended, recommendation, travelTimesAsked);
  }

  /** The same once a crew has reached the scene. */
  public Response reached() {
    return new Response(jobs, true, recommendation, travelTimesAsked);
  }

  /** The same with drive times asked for at a sequence. */
  public Response asked(long sequence) {
    return new Response(jobs, attended, recommendation, sequence);
  }

  /** The same with the answer to the latest question. */
  public Response recommended(Recommendation latest) {
    return new Response(jobs, attended, Optional.of(latest), 0);
  }

  /** The same with no question outstanding: nobody is to be sent yet. */
  public Response unasked() {
    return new Response(jobs, attended, recommendation, 0);
  }
}
