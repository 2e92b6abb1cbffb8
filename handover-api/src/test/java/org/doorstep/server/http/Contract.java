package org.doorstep.server.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.SchemaRepository;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The OpenAPI contract as tests need it: its operations, and the schema of each answer. */
final class Contract {
  private static final String NAME = "contract://doorstep/";

  private final JsonObject document;
  private final Map<String, JsonObject> operations = new TreeMap<>();
  private final Set<String> routes = new TreeSet<>();
  private final SchemaRepository schemas =
      SchemaRepository.create(
          new JsonSchemaOptions()
              .setBaseUri(NAME)
              .setDraft(Draft.DRAFT202012)
              .setOutputFormat(OutputFormat.Basic));

  Contract() throws IOException {
    try (InputStream in =
        Contract.class.getClassLoader().getResourceAsStream("openapi/doorstep.yaml")) {
      if (in == null) {
        throw new IOException("The contract is not on the class path.");
      }
      Object tree =
          new Load(LoadSettings.builder().build())
              .loadFromString(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      document = object(tree);
    }
    JsonObject named = document.getJsonObject("components").getJsonObject("schemas");
    for (String name : named.fieldNames()) {
      schemas.dereference(NAME + name, JsonSchema.of(absolute(named.getJsonObject(name))));
    }
    JsonObject paths = document.getJsonObject("paths");
    for (String path : paths.fieldNames()) {
      JsonObject methods = paths.getJsonObject(path);
      for (String method : methods.fieldNames()) {
        routes.add(method.toUpperCase(Locale.ROOT) + " " + path);
        JsonObject operation = methods.getJsonObject(method);
        operations.put(operation.getString("operationId"), operation);
      }
    }
  }

  /** Every route as {@code METHOD /path/{parameter}}. */
  Set<String> routes() {
    return routes;
  }

  /** What is wrong with an answer to an operation; empty when it is as agreed. */
  String faults(String operation, int status, String contentType, String body) {
    JsonObject responses = operation(operation).getJsonObject("responses");
    String key = responses.containsKey(Integer.toString(status)) ? "" + status : "default";
    JsonObject response = resolved(responses.getJsonObject(key));
    JsonObject media = response.getJsonObject("content").getJsonObject(contentType);
    if (media == null) {
      return "The content type (%s) was not agreed for (%s, %s)."
          .formatted(contentType, operation, key);
    }
    return faults(media.getJsonObject("schema"), parse(body));
  }

  /** What is wrong with a value by a named schema; empty when it is as agreed. */
  String faultsOf(String schema, Object value) {
    return faults(new JsonObject().put("$ref", "#/components/schemas/" + schema), value);
  }

  private String faults(JsonObject schema, Object value) {
    OutputUnit result = schemas.validator(JsonSchema.of(absolute(schema))).validate(value);
    return Boolean.TRUE.equals(result.getValid()) ? "" : String.valueOf(result.getErrors());
  }

  private JsonObject operation(String id) {
    JsonObject operation = operations.get(id);
    if (operation == null) {
      throw new IllegalArgumentException("The contract has no operation (%s).".formatted(id));
    }
    return operation;
  }

  private JsonObject resolved(JsonObject response) {
    String reference = response.getString("$ref");
    if (reference == null) {
      return response;
    }
    String name = reference.substring(reference.lastIndexOf('/') + 1);
    return document.getJsonObject("components").getJsonObject("responses").getJsonObject(name);
  }

  private static JsonObject absolute(JsonObject schema) {
    return new JsonObject(schema.encode().replace("#/components/schemas/", NAME));
  }

  private static Object parse(String body) {
    return body.startsWith("[") ? new JsonArray(body) : new JsonObject(body);
  }

  private static JsonObject object(@Nullable Object tree) {
    JsonObject object = new JsonObject();
    ((Map<?, ?>) java.util.Objects.requireNonNull(tree))
        .forEach((key, value) -> object.put(String.valueOf(key), value(value)));
    return object;
  }

  private static @Nullable Object value(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return object(map);
    }
    if (value instanceof Iterable<?> list) {
      JsonArray array = new JsonArray();
      list.forEach(each -> array.add(value(each)));
      return array;
    }
    return value;
  }
}
