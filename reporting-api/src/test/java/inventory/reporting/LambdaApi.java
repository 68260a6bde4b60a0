package inventory.reporting;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import inventory.reporting.lambda.HttpApiFunction;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.LambdaApplicationContextBuilder;
import io.micronaut.function.aws.proxy.payload1.ApiGatewayProxyRequestEventFunction;
import io.micronaut.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The API as a Lambda function, called with the documents of API Gateway, which are read and
 * written as the managed runtime does it.
 */
final class LambdaApi implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Map<Class<?>, PojoSerializer<?>> SERIALIZERS = new ConcurrentHashMap<>();

  private final ApplicationContext context;
  private final ApiGatewayProxyRequestEventFunction restApi;
  private final HttpApiFunction httpApi;

  LambdaApi(Map<String, Object> properties) {
    Map<String, Object> all = new HashMap<>(ReportingApi.login());
    all.putAll(properties);
    context = new LambdaApplicationContextBuilder().properties(all).build();
    restApi = new ApiGatewayProxyRequestEventFunction(context);
    httpApi = new HttpApiFunction(context);
  }

  /** Calls it as a REST API does, by the form 1.0. */
  ReportingApi.Answer restApi(Call call) {
    APIGatewayProxyRequestEvent event =
        read(GatewayEvents.ofRestApi(call), APIGatewayProxyRequestEvent.class);
    return answer(written(restApi.handleRequest(event, null), APIGatewayProxyResponseEvent.class));
  }

  /** Calls it as an HTTP API does, by the form 2.0. */
  ReportingApi.Answer httpApi(Call call) {
    APIGatewayV2HTTPEvent event = read(GatewayEvents.ofHttpApi(call), APIGatewayV2HTTPEvent.class);
    return answer(written(httpApi.handleRequest(event, null), APIGatewayV2HTTPResponse.class));
  }

  /** Calls it as CloudFront does, by an HTTP API. */
  ReportingApi.Answer cloudFront(Call call) {
    return httpApi(CloudFrontFunction.KEEP_PATH.changed(call));
  }

  private static <T> T read(String document, Class<T> type) {
    return serializer(type).fromJson(document);
  }

  /** Making one takes far longer than using it. */
  @SuppressWarnings("unchecked")
  private static <T> PojoSerializer<T> serializer(Class<T> type) {
    return (PojoSerializer<T>)
        SERIALIZERS.computeIfAbsent(
            type, any -> LambdaEventSerializers.serializerFor(any, any.getClassLoader()));
  }

  private static <T> JsonNode written(T response, Class<T> type) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    serializer(type).toJson(response, bytes);
    try {
      return JSON.readTree(bytes.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the client gets of it from API Gateway. */
  private ReportingApi.Answer answer(JsonNode response) {
    HttpHeaders headers = HttpHeaders.of(headers(response), (name, value) -> true);
    String body = response.path("body").asText("");
    String text =
        response.path("isBase64Encoded").asBoolean()
            ? new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8)
            : body;
    String type = headers.firstValue("content-type").orElse("");
    return new ReportingApi.Answer(
        response.get("statusCode").asInt(),
        type,
        text,
        ReportingApi.tree(context.getBean(JsonMapper.class), type, text),
        headers);
  }

  private static Map<String, List<String>> headers(JsonNode response) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    response
        .path("headers")
        .properties()
        .forEach(header -> headers.put(header.getKey(), List.of(header.getValue().asText())));
    response
        .path("multiValueHeaders")
        .properties()
        .forEach(
            header -> {
              List<String> values = new ArrayList<>();
              header.getValue().forEach(value -> values.add(value.asText()));
              headers.put(header.getKey(), values);
            });
    return headers;
  }

  @Override
  public void close() {
    context.close();
  }
}
