package inventory.ingest.projection.lambda;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Converts the attributes of Lambda's events into those of the SDK. */
final class EventAttributes {

  private EventAttributes() {}

  /** The attributes of an image; none if it is null. */
  static Map<String, AttributeValue> of(
      Map<String, com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue>
          image) {
    return image == null
        ? Map.of()
        : image.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> value(entry.getValue())));
  }

  private static AttributeValue value(
      com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue value) {
    if (value.getM() != null) {
      return AttributeValue.fromM(of(value.getM()));
    } else if (value.getL() != null) {
      return AttributeValue.fromL(list(value.getL()));
    }
    AttributeValue.Builder scalar =
        AttributeValue.builder()
            .s(value.getS())
            .n(value.getN())
            .bool(value.getBOOL())
            .nul(value.getNULL())
            .ss(value.getSS())
            .ns(value.getNS());
    if (value.getB() != null) {
      scalar.b(SdkBytes.fromByteBuffer(value.getB()));
    }
    if (value.getBS() != null) {
      scalar.bs(value.getBS().stream().map(SdkBytes::fromByteBuffer).toList());
    }
    return scalar.build();
  }

  private static List<AttributeValue> list(
      List<com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue> values) {
    return values.stream().map(EventAttributes::value).toList();
  }
}
