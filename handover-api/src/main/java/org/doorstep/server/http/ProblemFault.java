package org.doorstep.server.http;

/** Ends the handling of a request with a problem. */
final class ProblemFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  ProblemFault(Problem problem) {
    super(problem.code());
    this.problem = problem;
  }

  Problem problem() {
    return problem;
  }
}
