package org.doorstep.server.outcome;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;

/** A database of which some commits fail and leave nothing. */
final class DyingDatabase {
  private DyingDatabase() {}

  /** The same database, with commits that fail when {@code dies} says so. */
  static DataSource of(DataSource real, BooleanSupplier dies) {
    return (DataSource)
        Proxy.newProxyInstance(
            DyingDatabase.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (self, method, arguments) -> connection(real.getConnection(), dies));
  }

  private static Connection connection(Connection real, BooleanSupplier dies) {
    return (Connection)
        Proxy.newProxyInstance(
            DyingDatabase.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (self, method, arguments) -> {
              if (method.getName().equals("commit") && dies.getAsBoolean()) {
                real.rollback();
                throw new SQLException("The power is gone.", "08006");
              }
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
