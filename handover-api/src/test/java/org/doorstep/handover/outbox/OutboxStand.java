package org.doorstep.handover.outbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.doorstep.dispatch.shell.database.Database;
import org.doorstep.dispatch.shell.record.IncidentRecord;
import org.doorstep.dispatch.shell.record.MasterKey;
import org.doorstep.handover.bars.BarsInbox;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One embedded PostgreSQL for all tests of a JVM. */
final class OutboxStand implements AutoCloseable {
  final Database database;
  final IncidentRecord record;

  private OutboxStand(Path folder) {
    database = Database.embedded(folder.resolve("database"));
    database.migrate("record", "db/record");
    database.migrate(BarsInbox.SCHEMA, BarsInbox.MIGRATIONS);
    record =
        new IncidentRecord(
            database.dataSource(), MasterKey.readOrMake(folder.resolve("master.key")));
  }

  @Override
  public void close() {
    database.close();
  }

  /** Hands the one stand to tests, and stops it behind the last. */
  static final class Provided implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == OutboxStand.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(ExtensionContext.Namespace.GLOBAL)
          .getOrComputeIfAbsent(
              "outbox-stand", key -> new OutboxStand(folder()), OutboxStand.class);
    }

    private static Path folder() {
      try {
        Path target = Path.of("target").toAbsolutePath();
        Files.createDirectories(target);
        return Files.createTempDirectory(target, "outbox-");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
