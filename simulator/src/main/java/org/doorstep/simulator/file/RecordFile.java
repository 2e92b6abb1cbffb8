package org.doorstep.simulator.file;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.doorstep.simulator.file.Tree.Table;

/**
 * Reads records from YAML that people write.
 *
 * <p>A component {@code onSceneMinutes} stands under the key {@code on-scene-minutes}; a constant
 * is written in any case, with dashes or underscores; an {@code Optional} may be left out, or be
 * {@code null} to take away what a base says; a record whose only component is {@code value} is
 * written as that value; maps keep the order of the file. Numbers keep to {@link Bounds}, and what
 * the constructor of a record refuses is a fault at that record's line.
 *
 * <p>A file whose top has the key {@code base} says only what it says otherwise than the scenario
 * of that name: tables are merged key by key, lists and values replaced.
 *
 * <p>Aliases, anchors, tags, several documents and keys that are no words are refused.
 */
public final class RecordFile {
  private RecordFile() {}

  /**
   * Reads a file that stands alone.
   *
   * @throws FileFault naming all faults that were found, {@value Faults#FAULTS_MAX} at most
   */
  public static <T extends Record> T read(Class<T> type, String fileName, String text) {
    return read(type, new Source(fileName, text), name -> Optional.empty());
  }

  /**
   * Reads a file that may have a base.
   *
   * @param bases the text of a scenario by its name
   * @throws FileFault naming all faults that were found, {@value Faults#FAULTS_MAX} at most, each
   *     in the file where it stands
   */
  public static <T extends Record> T read(
      Class<T> type, Source source, Function<String, Optional<Source>> bases) {
    Faults faults = new Faults();
    List<Table> chain = new Inheritance(bases, faults).chain(source);
    if (chain.isEmpty()) {
      throw faults.asFault();
    }
    Optional<T> record = new TreeBinding(faults).record(type, Inheritance.merged(chain));
    if (record.isEmpty() || !faults.isEmpty()) {
      throw faults.asFault();
    }
    return record.get();
  }

  /**
   * What a file says otherwise than its base, in the order of the base's keys; nothing where it has
   * none. Says nothing about whether either is right.
   *
   * @throws FileFault if a file of the chain cannot be read
   */
  public static List<Difference> differences(
      Source source, Function<String, Optional<Source>> bases) {
    List<Table> chain = chain(source, bases);
    if (chain.size() == 1) {
      return List.of();
    }
    Table base = Inheritance.merged(chain.subList(0, chain.size() - 1));
    return Inheritance.differences(base, Inheritance.merged(chain));
  }

  /**
   * A text that says what one says, and on top of it what another says; comments are lost.
   *
   * @param below may have a base, which stays its base
   * @throws FileFault if one cannot be read
   */
  public static String over(Source below, Source above) {
    Faults faults = new Faults();
    Optional<Table> under = TreeReader.read(below, faults);
    Optional<Table> over = TreeReader.read(above, faults);
    if (under.isEmpty() || over.isEmpty()) {
      throw faults.asFault();
    }
    return TreeWriter.text(Inheritance.merged(List.of(under.get(), over.get())));
  }

  /**
   * What a file comes to together with its bases: tables in the order of the file, lists, and words
   * as text. Says nothing about whether any of it is right.
   *
   * @throws FileFault if a file of the chain cannot be read
   */
  public static Map<String, Object> tree(Source source, Function<String, Optional<Source>> bases) {
    return PlainTree.of(Inheritance.merged(chain(source, bases)));
  }

  /**
   * What the file's base comes to; empty where it has none.
   *
   * @throws FileFault if a file of the chain cannot be read
   */
  public static Optional<Map<String, Object>> baseTree(
      Source source, Function<String, Optional<Source>> bases) {
    List<Table> chain = chain(source, bases);
    return chain.size() == 1
        ? Optional.empty()
        : Optional.of(PlainTree.of(Inheritance.merged(chain.subList(0, chain.size() - 1))));
  }

  private static List<Table> chain(Source source, Function<String, Optional<Source>> bases) {
    Faults faults = new Faults();
    List<Table> chain = new Inheritance(bases, faults).chain(source);
    if (chain.isEmpty()) {
      throw faults.asFault();
    }
    return chain;
  }

  /**
   * What one text says otherwise than another, without regard to bases.
   *
   * @throws FileFault if one cannot be read
   */
  public static List<Difference> differences(Source before, Source after) {
    Faults faults = new Faults();
    Optional<Table> old = TreeReader.read(before, faults);
    Optional<Table> now = TreeReader.read(after, faults);
    if (old.isEmpty() || now.isEmpty()) {
      throw faults.asFault();
    }
    return Inheritance.differences(old.get(), now.get());
  }
}
