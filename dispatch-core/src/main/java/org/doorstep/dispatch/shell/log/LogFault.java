package org.doorstep.dispatch.shell.log;

import java.sql.SQLException;

/** The log could not be written or read. */
public final class LogFault extends Exception {
  private static final long serialVersionUID = 1L;
  private static final String UNIQUE_VIOLATION = "23505";

  /** What is known about the fate of the append. */
  public enum Fate {
    /** Refused by the log's own keys: another writer was first. Nothing was written. */
    FENCED,
    /** Not known: the connection, the commit or the database failed. */
    UNKNOWN
  }

  private final Fate fate;

  private LogFault(Fate fate, String message, Throwable cause) {
    super(message, cause);
    this.fate = fate;
  }

  static LogFault of(String doing, SQLException cause) {
    Fate fate = isFence(cause) ? Fate.FENCED : Fate.UNKNOWN;
    // The driver's message can quote values of a row; its state says enough.
    return new LogFault(
        fate, "%s failed (%s, SQL state %s).".formatted(doing, fate, cause.getSQLState()), cause);
  }

  /** What is known about the fate of the append. */
  public Fate fate() {
    return fate;
  }

  private static boolean isFence(SQLException cause) {
    for (SQLException each = cause; each != null; each = each.getNextException()) {
      if (UNIQUE_VIOLATION.equals(each.getSQLState())) {
        return true;
      }
    }
    return false;
  }
}
