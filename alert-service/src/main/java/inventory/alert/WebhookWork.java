package inventory.alert;

import inventory.alert.webhook.ConfiguredEndpoints;
import inventory.alert.webhook.DeliveryDispatcher;
import inventory.alert.webhook.Endpoints;
import inventory.alert.webhook.EventDistributor;
import inventory.model.function.TimedWork;
import inventory.model.queue.StopPatience;
import inventory.model.webhook.WebhookEndpoint;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Distributes new events, then sends to each endpoint on a thread of its own, so that a slow
 * endpoint delays no other. A service does not wait for these threads. A function does, since it
 * stops when its work returns; that takes less than a minute.
 */
final class WebhookWork implements TimedWork, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WebhookWork.class);

  private final ConfiguredEndpoints configured;
  private final EventDistributor distributor;
  private final Endpoints endpoints;
  private final DeliveryDispatcher dispatcher;
  private final Duration interval;
  private final boolean waits;
  private final StopPatience patience;
  private final ExecutorService threads = Executors.newCachedThreadPool(WebhookWork::thread);
  private final Map<String, Future<?>> running = new HashMap<>();

  WebhookWork(
      ConfiguredEndpoints configured,
      EventDistributor distributor,
      Endpoints endpoints,
      DeliveryDispatcher dispatcher,
      Duration interval,
      boolean waits,
      StopPatience patience) {
    this.configured = configured;
    this.distributor = distributor;
    this.endpoints = endpoints;
    this.dispatcher = dispatcher;
    this.interval = interval;
    this.waits = waits;
    this.patience = patience;
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "webhook");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public String name() {
    return "send webhooks";
  }

  @Override
  public Duration interval() {
    return interval;
  }

  @Override
  public synchronized void run() {
    configured.apply();
    distributor.distribute();
    running.values().removeIf(Future::isDone);
    for (WebhookEndpoint endpoint : endpoints.list()) {
      running.computeIfAbsent(endpoint.id(), id -> threads.submit(() -> dispatch(endpoint)));
    }
    if (waits) {
      running.values().forEach(WebhookWork::await);
    }
  }

  private void dispatch(WebhookEndpoint endpoint) {
    try {
      dispatcher.dispatch(endpoint);
    } catch (RuntimeException e) {
      LOG.error("Could not send to the webhook endpoint {}; will retry", endpoint.id(), e);
    }
  }

  private static void await(Future<?> sending) {
    try {
      sending.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while webhooks are sent", e);
    }
  }

  /** Waits for the attempts that have begun, so no message is sent twice because of a stop. */
  @Override
  public void close() {
    dispatcher.stop();
    threads.shutdown();
    try {
      if (!threads.awaitTermination(patience.leftMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("Stopping during an attempt to send a webhook");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
