package org.doorstep.dispatch.shell.log;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The log could not be written or read. */
public final class LogFault extends Exception {
  private static final long serialVersionUID = 1L;
  private static final String UNIQUE_VIOLATION = "23505";
  private static final String DATA_CLASS = "22";
  private static final String CONSTRAINT_CLASS = "23";

  /** What is known about the fate of the append. */
  public enum Fate {
    /** Refused by the log's own keys: another writer was first. Nothing was written. */
    FENCED,
    /** Refused because of what was to be written: it can never be. Nothing was written. */
    IMPOSSIBLE,
    /** Not known: the connection, the commit or the database failed. */
    UNKNOWN
  }

  private final Fate fate;

  private LogFault(Fate fate, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.fate = fate;
  }

  /** Another writer was seen to have been first. */
  static LogFault fenced(String doing) {
    return new LogFault(Fate.FENCED, doing + " met the events of another writer.", null);
  }

  static LogFault of(String doing, SQLException cause) {
    Fate fate = fate(cause);
    // The driver's message can quote values of a row; its state says enough.
    return new LogFault(
        fate, "%s failed (%s, SQL state %s).".formatted(doing, fate, cause.getSQLState()), cause);
  }

  /** What is known about the fate of the append. */
  public Fate fate() {
    return fate;
  }

  private static Fate fate(SQLException cause) {
    Fate fate = Fate.UNKNOWN;
    for (SQLException each = cause; each != null; each = each.getNextException()) {
      String state = String.valueOf(each.getSQLState());
      if (state.equals(UNIQUE_VIOLATION)) {
        return Fate.FENCED;
      }
      if (state.startsWith(DATA_CLASS) || state.startsWith(CONSTRAINT_CLASS)) {
        fate = Fate.IMPOSSIBLE;
      }
    }
    return fate;
  }
}
