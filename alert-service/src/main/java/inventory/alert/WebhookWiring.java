package inventory.alert;

import inventory.alert.dynamodb.DynamoDbClaims;
import inventory.alert.dynamodb.DynamoDbDeliveries;
import inventory.alert.dynamodb.DynamoDbEndpoints;
import inventory.alert.dynamodb.DynamoDbEventFeed;
import inventory.alert.http.HttpSender;
import inventory.alert.outbox.Heartbeat;
import inventory.alert.webhook.Claim;
import inventory.alert.webhook.ConfiguredEndpoints;
import inventory.alert.webhook.Deliveries;
import inventory.alert.webhook.DeliveryDispatcher;
import inventory.alert.webhook.Endpoints;
import inventory.alert.webhook.EventDistributor;
import inventory.alert.webhook.EventFeed;
import inventory.alert.webhook.Sender;
import inventory.model.Backoff;
import inventory.model.queue.StopPatience;
import inventory.model.table.Batches;
import inventory.model.webhook.WebhookUrl;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.env.Environment;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.http.impl.conn.SystemDefaultDnsResolver;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Connects the parts of webhooks. */
@Factory
final class WebhookWiring {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration TIMEOUT = Duration.ofSeconds(15);
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  // Where events come from if nobody knows the URL of the API.
  private static final String SOURCE = "/inventory";

  @Singleton
  Endpoints endpoints(DynamoDbClient dynamoDb, AlertSettings settings) {
    return new DynamoDbEndpoints(dynamoDb, settings.table());
  }

  /** Made at start, so a setting that is not valid stops it. */
  @Context
  ConfiguredEndpoints configuredEndpoints(Endpoints endpoints, WebhookSettings settings) {
    WebhookUrl urls = WebhookUrl.allowing(settings.webhookHosts());
    return new ConfiguredEndpoints(
        ConfiguredEndpoints.parse(settings.webhooks(), urls::problemWith), endpoints, Instant::now);
  }

  @Singleton
  Deliveries deliveries(DynamoDbClient dynamoDb, Batches batches, AlertSettings settings) {
    return new DynamoDbDeliveries(dynamoDb, settings.table(), batches);
  }

  @Singleton
  @Bean(typed = {DynamoDbEventFeed.class, EventFeed.class})
  DynamoDbEventFeed eventFeed(
      DynamoDbClient dynamoDb, Endpoints endpoints, Batches batches, AlertSettings settings) {
    return new DynamoDbEventFeed(dynamoDb, settings.table(), endpoints, batches);
  }

  @Singleton
  @Bean(preDestroy = "close")
  HttpSender sender(WebhookSettings webhooks, AlertSettings settings, JsonMapper json) {
    return new HttpSender(
        WebhookUrl.allowing(webhooks.webhookHosts()),
        SystemDefaultDnsResolver.INSTANCE,
        json,
        Optional.ofNullable(settings.api()).orElse(SOURCE),
        CONNECT_TIMEOUT,
        TIMEOUT);
  }

  @Singleton
  Claim claim(DynamoDbClient dynamoDb, Heartbeat heartbeat, AlertSettings settings) {
    return new Claim(
        new DynamoDbClaims(dynamoDb, settings.table()),
        heartbeat,
        Instant::now,
        () -> UUID.randomUUID().toString());
  }

  @Singleton
  EventDistributor distributor(
      EventFeed feed, Endpoints endpoints, Deliveries deliveries, Claim claim) {
    return new EventDistributor(feed, endpoints, deliveries, claim);
  }

  @Singleton
  DeliveryDispatcher deliveryDispatcher(
      Endpoints endpoints,
      Deliveries deliveries,
      Sender sender,
      Claim claim,
      WebhookSettings settings) {
    Backoff backoff = new Backoff(Integer.MAX_VALUE, settings.webhookRetryWait(), LONGEST_WAIT);
    return new DeliveryDispatcher(endpoints, deliveries, sender, claim, backoff);
  }

  @Singleton
  @Bean(preDestroy = "close")
  WebhookWork webhooks(
      ConfiguredEndpoints configured,
      EventDistributor distributor,
      Endpoints endpoints,
      DeliveryDispatcher dispatcher,
      Schedule schedule,
      StopPatience patience,
      Environment environment) {
    boolean isFunction = environment.getActiveNames().contains(Environment.FUNCTION);
    return new WebhookWork(
        configured, distributor, endpoints, dispatcher, schedule.interval(), isFunction, patience);
  }
}
