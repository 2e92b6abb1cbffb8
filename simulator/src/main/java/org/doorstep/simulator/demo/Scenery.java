package org.doorstep.simulator.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.doorstep.dispatch.wire.RecordJson;

/** What the demo brings along as resources: where people live, and why they call. */
final class Scenery {
  private record Settlements(List<Settlement> settlements) {}

  private record Presentations(List<Presentation> presentations) {}

  private Scenery() {}

  static List<Settlement> settlements() {
    return RecordJson.read(Settlements.class, bytes("/west-kent/settlements.json")).settlements();
  }

  static List<Presentation> presentations() {
    return RecordJson.read(Presentations.class, bytes("/demo/presentations.json")).presentations();
  }

  private static byte[] bytes(String resource) {
    try (InputStream in = Scenery.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("The resource (%s) is missing.".formatted(resource));
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
