package org.doorstep.simulator.file;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A file that cannot be used. The message is for people: one line for each fault. */
public final class FileFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Fault> faults;

  /** Of all faults that were found, in the order of the file; one at least. */
  public FileFault(List<Fault> faults) {
    this(faults, "");
  }

  /** The same, with a line about those that are not named. */
  FileFault(List<Fault> faults, String rest) {
    super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")) + rest);
    this.faults = List.copyOf(faults);
  }

  /** Of a file as a whole. */
  public FileFault(String file, String rule) {
    this(List.of(new Fault(Place.of(file), "", Optional.empty(), rule)));
  }

  /** What is wrong. */
  public List<Fault> faults() {
    return faults;
  }
}
