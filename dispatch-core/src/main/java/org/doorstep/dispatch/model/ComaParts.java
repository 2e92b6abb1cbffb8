package org.doorstep.dispatch.model;

/**
 * The three parts of the Glasgow Coma Scale.
 *
 * @param eyes 1 to 4
 * @param voice 1 to 5
 * @param movement 1 to 6
 */
public record ComaParts(int eyes, int voice, int movement) {
  private static final int EYES_MAX = 4;
  private static final int VOICE_MAX = 5;
  private static final int MOVEMENT_MAX = 6;

  public ComaParts {
    check("coma scale, eyes", eyes, EYES_MAX);
    check("coma scale, voice", voice, VOICE_MAX);
    check("coma scale, movement", movement, MOVEMENT_MAX);
  }

  /** Their sum, 3 to 15. */
  public int total() {
    return eyes + voice + movement;
  }

  private static void check(String part, int value, int most) {
    Require.atLeast(part, value, 1);
    Require.atMost(part, value, most);
  }
}
