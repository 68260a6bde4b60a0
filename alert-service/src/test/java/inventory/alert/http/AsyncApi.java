package inventory.alert.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The AsyncAPI document of webhooks. */
public final class AsyncApi {

  private static final Path DOCUMENT = Path.of("..", "docs", "asyncapi.yaml");

  private final JsonNode root;
  private final JsonSchemaFactory schemas =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

  public AsyncApi() {
    try {
      root = new ObjectMapper(new YAMLFactory()).readTree(Files.readString(DOCUMENT));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode messages() {
    return root.at("/components/messages");
  }

  /** The violations of the schema for its type by a body. */
  public List<String> problems(String body) {
    try {
      return problems(new ObjectMapper().readTree(body));
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + body, e);
    }
  }

  List<String> problems(JsonNode event) {
    JsonNode message = messages().path(event.path("type").asText());
    if (message.isMissingNode()) {
      return List.of("there is no message of this type: " + event);
    }
    ObjectNode whole = JsonNodeFactory.instance.objectNode();
    whole.putArray("allOf").add(message.get("payload"));
    // The schema's references point here.
    whole.set("components", root.path("components"));
    return schemas.getSchema(whole).validate(event).stream().map(Object::toString).toList();
  }
}
