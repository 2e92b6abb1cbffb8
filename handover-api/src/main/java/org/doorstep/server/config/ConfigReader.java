package org.doorstep.server.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.doorstep.dispatch.wire.JsonTree;
import org.doorstep.dispatch.wire.RecordJson;
import org.doorstep.dispatch.wire.WireFault;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads configuration: the defaults, over them a file, over that what the command line says. */
public final class ConfigReader {
  private static final String DEFAULTS = "/config/defaults.yaml";
  private static final int ALIASES_MAX = 10;

  private ConfigReader() {}

  /**
   * What a file names, unchecked.
   *
   * @throws ConfigFault naming the file and, where it is not YAML, the place in it
   */
  public static Map<String, @Nullable Object> tree(Path file) {
    try {
      return parse(Files.readString(file), file.toString());
    } catch (IOException e) {
      throw new ConfigFault("The configuration (%s) cannot be read.".formatted(file), e);
    }
  }

  /**
   * The defaults with changes.
   *
   * @param changes a tree of the same shape, keys lower-dashed
   * @param source what to call them in a fault
   * @throws ConfigFault naming the place and the rule
   */
  public static ServerConfig of(Map<String, @Nullable Object> changes, String source) {
    Map<String, @Nullable Object> tree = merge(defaults(), changes);
    try {
      return RecordJson.read(ServerConfig.class, JsonTree.parse(RecordJson.write(camel(tree))));
    } catch (WireFault e) {
      throw new ConfigFault(
          "The configuration (%s) is wrong at (%s): %s"
              .formatted(source, dashed(e.place().replace("/", ".")), e.rule()),
          e);
    }
  }

  private static Map<String, @Nullable Object> defaults() {
    try (InputStream in = ConfigReader.class.getResourceAsStream(DEFAULTS)) {
      if (in == null) {
        throw new IllegalStateException("The resource (%s) is missing.".formatted(DEFAULTS));
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), DEFAULTS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, @Nullable Object> parse(String yaml, String source) {
    LoadSettings settings =
        LoadSettings.builder().setLabel(source).setMaxAliasesForCollections(ALIASES_MAX).build();
    try {
      Object tree = new Load(settings).loadFromString(yaml);
      if (tree == null) {
        return new LinkedHashMap<>();
      }
      return map(tree, source);
    } catch (YamlEngineException e) {
      throw new ConfigFault(
          "The configuration (%s) is not YAML: %s".formatted(source, e.getMessage()), e);
    }
  }

  private static Map<String, @Nullable Object> map(Object tree, String source) {
    if (!(tree instanceof Map<?, ?> map)) {
      throw new ConfigFault("The configuration (%s) must be keys and values.".formatted(source));
    }
    Map<String, @Nullable Object> named = new LinkedHashMap<>();
    map.forEach((key, value) -> named.put(String.valueOf(key), value));
    return named;
  }

  private static Map<String, @Nullable Object> merge(
      Map<String, @Nullable Object> under, Map<String, @Nullable Object> over) {
    Map<String, @Nullable Object> merged = new LinkedHashMap<>(under);
    over.forEach(
        (key, value) -> {
          Object below = merged.get(key);
          merged.put(
              key,
              below instanceof Map<?, ?> && value instanceof Map<?, ?>
                  ? merge(map(below, key), map(value, key))
                  : value);
        });
    return merged;
  }

  private static Object camel(Map<String, @Nullable Object> tree) {
    Map<String, @Nullable Object> camel = new LinkedHashMap<>();
    tree.forEach(
        (key, value) ->
            camel.put(
                camel(key),
                value instanceof List<?> list
                    ? list.stream().map(each -> camel(each, key)).toList()
                    : camel(value, key)));
    return camel;
  }

  private static @Nullable Object camel(@Nullable Object value, String key) {
    return value instanceof Map<?, ?> inner ? camel(map(inner, key)) : plain(value);
  }

  private static @Nullable Object plain(@Nullable Object value) {
    boolean known =
        value == null
            || value instanceof String
            || value instanceof Number
            || value instanceof Boolean;
    return known ? value : String.valueOf(value);
  }

  private static String camel(String dashed) {
    StringBuilder camel = new StringBuilder();
    boolean upper = false;
    for (int i = 0; i < dashed.length(); i++) {
      char c = dashed.charAt(i);
      if (c == '-') {
        upper = true;
      } else {
        camel.append(upper ? Character.toUpperCase(c) : c);
        upper = false;
      }
    }
    return camel.toString();
  }

  private static String dashed(String camel) {
    return camel.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT).replaceFirst("^\\.", "");
  }
}
