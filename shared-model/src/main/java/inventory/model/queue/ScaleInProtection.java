package inventory.model.queue;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks ECS not to end this task while it processes a message, when ECS reduces the number of tasks
 * of the service. Only a task of a service can ask for that.
 *
 * <p>A busy task asks once in {@value #RENEWED_AFTER_MINUTES} minutes. An idle one gives the
 * protection up after {@value #IDLE_SECONDS} seconds, so a task asks at most eight times a minute.
 * After a refusal it asks again five seconds later, however many messages come meanwhile. A
 * protection that is not renewed, for example because the process hangs, ends after {@value
 * #EXPIRES_MINUTES} minutes.
 */
@Singleton
@Requires(property = "inventory.scale-in-protection", value = "true")
@Requires(property = "ecs.agent.uri")
final class ScaleInProtection {

  private static final Logger LOG = LoggerFactory.getLogger(ScaleInProtection.class);

  static final int EXPIRES_MINUTES = 10;
  static final int RENEWED_AFTER_MINUTES = 5;
  static final int IDLE_SECONDS = 15;

  private static final Duration LOOK = Duration.ofSeconds(5);
  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  private final URI state;
  private final LongSupplier nanos;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private int working;
  private boolean isProtected;
  private long askedAt;
  private long idleSince;
  private ScheduledFuture<?> looking;

  @Inject
  ScaleInProtection(
      @Value("${ecs.agent.uri}") String agent,
      @Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler) {
    this(URI.create(agent), System::nanoTime);
    looking = scheduler.scheduleWithFixedDelay(LOOK, LOOK, this::look);
  }

  /**
   * Looks only when asked.
   *
   * @param agent the address of the agent, from ECS
   * @param nanos the time
   */
  ScaleInProtection(URI agent, LongSupplier nanos) {
    this.state = URI.create(agent + "/task-protection/v1/state");
    this.nanos = nanos;
    // The first message asks at once.
    this.askedAt = nanos.getAsLong() - LOOK.toNanos();
  }

  /** A message is about to be processed. The work goes on if ECS does not answer. */
  synchronized void begin() {
    working++;
    look();
  }

  /** A message has been processed, or has failed. */
  synchronized void end() {
    working--;
    idleSince = nanos.getAsLong();
  }

  /** Asks for what is due: protection, its renewal, or its end. */
  synchronized void look() {
    long now = nanos.getAsLong();
    if (working > 0) {
      Duration pause = isProtected ? Duration.ofMinutes(RENEWED_AFTER_MINUTES) : LOOK;
      if (isPast(askedAt, pause, now)) {
        isProtected =
            ask("{\"ProtectionEnabled\":true,\"ExpiresInMinutes\":" + EXPIRES_MINUTES + "}");
        askedAt = now;
      }
    } else if (isProtected && isPast(idleSince, Duration.ofSeconds(IDLE_SECONDS), now)) {
      isProtected = !ask("{\"ProtectionEnabled\":false}");
    }
  }

  private static boolean isPast(long since, Duration pause, long now) {
    return now - since >= pause.toNanos();
  }

  private boolean ask(String body) {
    HttpRequest request =
        HttpRequest.newBuilder(state)
            .timeout(TIMEOUT)
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      // A refusal is an answer with status 200 and a failure in it.
      boolean isDone = answer.statusCode() == 200 && !answer.body().contains("\"failure\"");
      if (!isDone) {
        LOG.warn("ECS does not protect this task: {} {}", answer.statusCode(), answer.body());
      }
      return isDone;
    } catch (IOException e) {
      LOG.warn("ECS cannot be asked to protect this task", e);
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @PreDestroy
  void close() {
    looking.cancel(false);
  }
}
