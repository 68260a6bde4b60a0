package inventory.reporting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An OpenAPI document, as it is given out. */
final class OpenApiDocument {

  private static final List<String> METHODS = List.of("get", "post", "put", "delete", "patch");

  private final JsonNode root;
  private final JsonSchemaFactory schemas =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
  private final Map<JsonNode, JsonSchema> compiled = new HashMap<>();

  /**
   * An operation.
   *
   * @param method in capitals
   * @param path with its parameters in braces
   */
  record Operation(String method, String path, JsonNode node) {

    String id() {
      return node.path("operationId").asText();
    }

    @Override
    public String toString() {
      return id();
    }
  }

  OpenApiDocument(String yaml) {
    try {
      root = new ObjectMapper(new YAMLFactory()).readTree(yaml);
    } catch (JsonProcessingException e) {
      throw new AssertionError("the document is no YAML", e);
    }
  }

  String version() {
    return root.path("openapi").asText();
  }

  List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    root.path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue().properties().stream()
                    .filter(method -> METHODS.contains(method.getKey()))
                    .map(
                        method ->
                            new Operation(
                                method.getKey().toUpperCase(java.util.Locale.ROOT),
                                path.getKey(),
                                method.getValue()))
                    .forEach(operations::add));
    return operations;
  }

  /** The node itself, or what it refers to. */
  JsonNode resolve(JsonNode node) {
    if (!node.has("$ref")) {
      return node;
    }
    JsonNode target = root.at(node.get("$ref").asText().substring(1));
    if (target.isMissingNode()) {
      throw new AssertionError("there is nothing at " + node.get("$ref").asText());
    }
    return resolve(target);
  }

  /** What is documented of an answer with this status; a missing node if nothing is. */
  JsonNode response(Operation operation, int status) {
    JsonNode responses = operation.node().path("responses");
    JsonNode exact = responses.path(Integer.toString(status));
    return resolve(exact.isMissingNode() ? responses.path(status / 100 + "XX") : exact);
  }

  /** What is wrong with a value by a schema of the document; empty if it is valid. */
  List<String> problems(JsonNode schema, JsonNode value) {
    return compiled.computeIfAbsent(schema, this::compile).validate(value).stream()
        .map(Object::toString)
        .toList();
  }

  private JsonSchema compile(JsonNode schema) {
    ObjectNode whole = JsonNodeFactory.instance.objectNode();
    whole.putArray("allOf").add(schema);
    // So that what it refers to is found.
    whole.set("components", root.path("components"));
    return schemas.getSchema(whole);
  }
}
