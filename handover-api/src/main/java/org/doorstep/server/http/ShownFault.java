package org.doorstep.server.http;

import java.util.Optional;
import org.doorstep.simulator.file.Fault;

/**
 * One thing that is wrong in a file, as pages show it.
 *
 * @param line from 1; 0 where the file as a whole is meant
 * @param path the keys that lead to it, with dots between them; empty for the file as a whole
 */
record ShownFault(String file, int line, String path, Optional<String> value, String rule) {
  static ShownFault of(Fault fault) {
    return new ShownFault(
        fault.place().file(), fault.place().line(), fault.path(), fault.value(), fault.rule());
  }
}
