package inventory.reporting;

import inventory.reporting.domain.alerts.AlertRecords;
import inventory.reporting.dynamodb.DynamoDbAlerts;
import inventory.testkit.EmbeddedAws;
import inventory.testkit.Resources;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.core.sync.RequestBody;

/** The service beside a table and a bucket of a test class's own. */
final class ReportingFixture implements BeforeAllCallback, AfterAllCallback {

  private Resources resources;
  private ReportingApi api;

  @Override
  public void beforeAll(ExtensionContext context) {
    resources = EmbeddedAws.newResources();
    api = new ReportingApi(resources.properties());
  }

  @Override
  public void afterAll(ExtensionContext context) {
    api.close();
    resources.close();
  }

  ReportingApi api() {
    return api;
  }

  Resources resources() {
    return resources;
  }

  /** Another instance of the service that looks for a table of this name. */
  ReportingApi apiOf(String table) {
    return apiWith("inventory.table", table);
  }

  /** Another instance of the service, with a property of its own. */
  ReportingApi apiWith(String property, Object value) {
    Map<String, Object> properties = new HashMap<>(resources.properties());
    properties.put(property, value);
    return new ReportingApi(properties);
  }

  /** By which another instance finds the same table and bucket. */
  Map<String, Object> properties() {
    return resources.properties();
  }

  StoredFacts facts() {
    return new StoredFacts(resources.dynamoDb(), resources.table());
  }

  AlertRecords alertRecords() {
    return new DynamoDbAlerts(resources.dynamoDb(), resources.table());
  }

  StoredAlerts alerts() {
    return new StoredAlerts(resources.dynamoDb(), resources.table());
  }

  StoredRuns runs() {
    return new StoredRuns(resources.dynamoDb(), resources.table());
  }

  /** Puts a text into the inbox bucket. */
  void object(String key, String mediaType, String text) {
    resources
        .s3()
        .putObject(
            request -> request.bucket(resources.bucket()).key(key).contentType(mediaType),
            RequestBody.fromString(text));
  }
}
