package org.doorstep.server.planner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.doorstep.server.planner.PlannerFault.Kind;

/**
 * The state of the live area as an experiment can begin from it. Where nobody can say it, pages do
 * not offer it.
 */
public final class LiveState {
  private final Optional<Supplier<byte[]>> snapshot;

  private LiveState(Optional<Supplier<byte[]>> snapshot) {
    this.snapshot = snapshot;
  }

  /** An area that cannot be looked at in this way. */
  public static LiveState none() {
    return new LiveState(Optional.empty());
  }

  /**
   * An area that can.
   *
   * @param snapshot gives the bytes of the file that {@code simulate --start} reads, of the very
   *     instant; may block
   */
  public static LiveState of(Supplier<byte[]> snapshot) {
    return new LiveState(Optional.of(snapshot));
  }

  /** Whether an experiment can begin from it. */
  public boolean isThere() {
    return snapshot.isPresent();
  }

  /**
   * Writes the state of now.
   *
   * @throws PlannerFault if there is none
   */
  void write(Path file) {
    byte[] bytes =
        snapshot
            .orElseThrow(
                () ->
                    new PlannerFault(
                        Kind.LIVE_STATE_MISSING,
                        "No experiment can begin from the live area on this server."))
            .get();
    try {
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
