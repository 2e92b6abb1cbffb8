package org.doorstep.routing.extract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.doorstep.routing.MapFault;

/**
 * Reads an extract once from end to end, and names the first thing that is wrong with it.
 *
 * <p>What the file says of its own lengths is believed only within bounds, so that the check takes
 * little memory however the file lies: 64 MB, and eight bytes for each node.
 */
public final class ExtractCheck {
  private ExtractCheck() {}

  /**
   * Checks a file whose name ends in .osm.pbf, .pbf, .osm or .osm.gz.
   *
   * @return what is in it
   * @throws MapFault that names the file, the place in it and the rule
   */
  public static ExtractContent run(Path osm) {
    requireFile(osm);
    String name = osm.getFileName().toString().toLowerCase(Locale.ROOT);
    ExtractRules rules = new ExtractRules(osm);
    try (InputStream in = Files.newInputStream(osm)) {
      if (name.endsWith(".pbf")) {
        new PbfScan(in, Files.size(osm), rules).run();
      } else {
        new XmlScan(name.endsWith(".gz") ? unzipped(in, rules) : in, rules).run();
      }
    } catch (IOException e) {
      throw rules.fault("it cannot be read: " + e, "Maybe its disk has failed.");
    }
    return rules.end();
  }

  private static InputStream unzipped(InputStream in, ExtractRules rules) {
    try {
      return new GZIPInputStream(in, 1 << 16);
    } catch (IOException e) {
      throw rules.fault("it is not compressed by gzip: " + e.getMessage(), ExtractRules.ENDING);
    }
  }

  private static void requireFile(Path osm) {
    Path name = osm.getFileName();
    String lower = name == null ? "" : name.toString().toLowerCase(Locale.ROOT);
    if (Stream.of(".pbf", ".osm", ".osm.gz").noneMatch(lower::endsWith)) {
      throw new MapFault("The file (%s) must end in .osm.pbf, .osm or .osm.gz.".formatted(osm));
    }
    if (Files.isDirectory(osm)) {
      throw new MapFault("The file (%s) is a folder; an extract is one file.".formatted(osm));
    }
    if (!Files.isRegularFile(osm)) {
      throw new MapFault("The file (%s) is not there, or is no file.".formatted(osm));
    }
    if (!Files.isReadable(osm)) {
      throw new MapFault(
          "The file (%s) may not be read.\nMaybe it belongs to another user.".formatted(osm));
    }
    if (osm.toFile().length() == 0) {
      throw new MapFault(
          "The file (%s) is empty.\nMaybe the download has failed; fetch it again.".formatted(osm));
    }
  }
}
