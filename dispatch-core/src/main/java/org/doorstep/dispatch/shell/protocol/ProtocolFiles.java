package org.doorstep.dispatch.shell.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.doorstep.dispatch.protocol.CareTables;
import org.doorstep.dispatch.protocol.DecisionTable;
import org.doorstep.dispatch.protocol.TableKind;
import org.doorstep.dispatch.wire.RecordJson;

/**
 * The tables that ship with West Kent: each a DMN file and, beside it, its compiled form.
 *
 * <p>Decisions read the compiled form and start no DMN engine; a test keeps the two equal.
 */
public final class ProtocolFiles {
  /** The tables that ship. */
  public static final List<TableKind> SHIPPED = List.of(TableKind.values());

  private static final String FOLDER = "/west-kent/protocol/";

  private ProtocolFiles() {}

  /** The tables of care, from their compiled form. */
  public static CareTables westKent() {
    return new CareTables(
        compiled(TableKind.MINIMUM_LEVEL),
        compiled(TableKind.DESTINATION_CLASS),
        compiled(TableKind.PRE_ALERT),
        compiled(TableKind.FOLLOW_UP),
        compiled(TableKind.WISHES));
  }

  /** A shipped table in its compiled form. */
  public static DecisionTable compiled(TableKind kind) {
    return RecordJson.read(DecisionTable.class, bytes(FOLDER + kind.id() + ".json"));
  }

  /** A shipped table as the clinician's file says it, through the DMN engine. */
  public static DmnFile dmn(TableKind kind) {
    return DmnFile.read(kind.id() + ".dmn", bytes(kind));
  }

  /** The file of a shipped table. */
  public static byte[] bytes(TableKind kind) {
    return bytes(FOLDER + kind.id() + ".dmn");
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
