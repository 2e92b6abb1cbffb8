package org.doorstep.dispatch.shell.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.doorstep.dispatch.protocol.CareTables;
import org.doorstep.dispatch.protocol.DecisionTable;
import org.doorstep.dispatch.wire.RecordJson;

/**
 * The tables that ship with West Kent: each a DMN file and, beside it, its compiled form.
 *
 * <p>Decisions read the compiled form and start no DMN engine; a test keeps the two equal.
 */
public final class ProtocolFiles {
  /** The ids of the tables that ship. */
  public static final List<String> SHIPPED = List.of(CareTables.MINIMUM_LEVEL, CareTables.WISHES);

  private static final String FOLDER = "/west-kent/protocol/";

  private ProtocolFiles() {}

  /** The two tables of care, from their compiled form. */
  public static CareTables westKent() {
    return new CareTables(compiled(CareTables.MINIMUM_LEVEL), compiled(CareTables.WISHES));
  }

  /** A shipped table in its compiled form. */
  public static DecisionTable compiled(String id) {
    return RecordJson.read(DecisionTable.class, bytes(FOLDER + id + ".json"));
  }

  /** A shipped table as the clinician's file says it, through the DMN engine. */
  public static DmnFile dmn(String id) {
    return DmnFile.read(id + ".dmn", bytes(FOLDER + id + ".dmn"));
  }

  private static byte[] bytes(String resource) {
    try (InputStream in = ProtocolFiles.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("The resource (%s) is missing.".formatted(resource));
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
