package org.doorstep.handover.gp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.doorstep.dispatch.wire.RecordJson;

/** The records of people of West Kent who do not exist; NHS numbers are of the test range. */
public final class InventedRecords implements GpRecords {
  private static final String PATH = "/west-kent/patients.json";

  private final List<GpRecord> all;
  private final Map<String, GpRecord> byNumber = new TreeMap<>();

  private record RecordsFile(String note, List<GpRecord> patients) {}

  private InventedRecords(List<GpRecord> all) {
    this.all = List.copyOf(all);
    for (GpRecord each : all) {
      byNumber.put(each.nhsNumber(), each);
    }
  }

  /** Those that ship. */
  public static InventedRecords westKent() {
    try (InputStream in = InventedRecords.class.getResourceAsStream(PATH)) {
      if (in == null) {
        throw new IllegalStateException("The resource (%s) is missing.".formatted(PATH));
      }
      return new InventedRecords(RecordJson.read(RecordsFile.class, in.readAllBytes()).patients());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All of them, in the order of the file. */
  public List<GpRecord> list() {
    return all;
  }

  @Override
  public Optional<GpRecord> find(String nhsNumber) {
    return Optional.ofNullable(byNumber.get(nhsNumber));
  }
}
