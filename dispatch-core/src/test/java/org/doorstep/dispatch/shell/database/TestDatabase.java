package org.doorstep.dispatch.shell.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One embedded PostgreSQL for all tests of a JVM, stopped when the last test has run. */
public final class TestDatabase implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Database.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.GLOBAL)
        .getOrComputeIfAbsent("database", key -> new Shared(), Shared.class)
        .database;
  }

  private static final class Shared implements AutoCloseable {
    private final Path folder;
    private final Database database;

    Shared() {
      try {
        Path target = Path.of("target").toAbsolutePath();
        Files.createDirectories(target);
        folder = Files.createTempDirectory(target, "test-database-");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      database = Database.embedded(folder);
    }

    @Override
    public void close() {
      database.close();
    }
  }
}
