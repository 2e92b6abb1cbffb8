package org.doorstep.routing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The operator's own addresses, kept in the map folder beside the graph. They are not part of an
 * extract, and a new map keeps those of the map it replaces.
 *
 * <p>The file appears whole or not at all: it is written under another name first. One thread.
 */
public final class AddressFile implements AutoCloseable {
  static final String FILE = "addresses.tsv.gz";

  private final Path file;
  private final Path work;
  private final Writer out;

  private AddressFile(Path folder) throws IOException {
    file = folder.resolve(FILE);
    work = folder.resolve(FILE + ".partial");
    out =
        new OutputStreamWriter(
            new GZIPOutputStream(Files.newOutputStream(work)), StandardCharsets.UTF_8);
  }

  /** Begins to write; what is there already stays until {@link #keep}. */
  public static AddressFile begin(Path folder) throws IOException {
    return new AddressFile(folder);
  }

  /**
   * Adds an address.
   *
   * @param id the operator's own name for it, or empty; kept so that an entry can be traced back
   */
  public void add(String id, Address address) throws IOException {
    List<String> fields =
        List.of(
            id,
            address.name(),
            address.house(),
            address.street(),
            address.settlement(),
            address.postcode(),
            Scenery.text(address.at()));
    out.write(String.join("\t", fields.stream().map(Scenery::clean).toList()));
    out.write('\n');
  }

  /** Replaces what was there by what has been added. */
  public void keep() throws IOException {
    out.close();
    Files.move(work, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Drops what has been added and not kept. */
  @Override
  public void close() throws IOException {
    out.close();
    Files.deleteIfExists(work);
  }

  /**
   * Reads every address of a map folder in turn; none where there is no file.
   *
   * @throws MapFault if the file is damaged
   */
  public static void forEach(Path folder, Consumer<Address> consumer) {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      return;
    }
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String[] it = line.split("\t", -1);
        consumer.accept(new Address(it[1], it[2], it[3], it[4], it[5], Scenery.point(it[6])));
      }
    } catch (IOException | RuntimeException e) {
      throw new MapFault(
          "The map in (%s) is damaged: its %s.\nMaybe import the addresses again with import-addresses."
              .formatted(folder, FILE),
          e);
    }
  }

  /** Takes the addresses of a map over into the one that replaces it. */
  static void carryOver(Path from, Path to) throws IOException {
    if (Files.exists(from.resolve(FILE))) {
      Files.copy(from.resolve(FILE), to.resolve(FILE));
    }
  }
}
