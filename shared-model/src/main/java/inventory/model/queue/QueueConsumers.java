package inventory.model.queue;

import static com.amazon.sqs.javamessaging.SQSSession.UNORDERED_ACKNOWLEDGE;

import com.amazon.sqs.javamessaging.ProviderConfiguration;
import com.amazon.sqs.javamessaging.SQSConnectionFactory;
import com.amazon.sqs.javamessaging.message.SQSMessage;
import inventory.model.queue.VisibilityExtender.Hidden;
import inventory.model.resource.Queues;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import io.micronaut.jms.listener.JMSListener;
import io.micronaut.jms.listener.LoggingJMSListenerErrorHandler;
import io.micronaut.jms.model.JMSDestinationType;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Consumes the queues. If a queue cannot be consumed, for example because it is missing, this class
 * retries until it succeeds.
 *
 * <p>A message is acknowledged, which deletes it, after its listener has returned. If the listener
 * throws, the message is redelivered after its visibility timeout; while AWS is unavailable, the
 * message is kept and retried instead ({@link Outages}). Of the JMS library's modes only UNORDERED
 * does this: in the others a failed message is lost, or redelivered at once.
 */
@Context
@Requires(classes = JMSListener.class)
@Requires(beans = QueueListener.class)
@Requires(notEnv = Environment.FUNCTION)
class QueueConsumers {

  private static final Logger LOG = LoggerFactory.getLogger(QueueConsumers.class);

  // The JMS property with the number of times that a message was received.
  private static final String RECEIVES = "JMSXDeliveryCount";

  private static final Duration RETRY = Duration.ofSeconds(2);

  private final SQSConnectionFactory connections;
  private final List<QueueListener> listeners;
  private final VisibilityExtender visibility;
  private final Outages outages;
  private final FailureRecords failures;
  private final Optional<ScaleInProtection> protection;
  private final StopPatience patience;
  private final TaskScheduler scheduler;
  private final Map<QueueListener, Integer> registered = new ConcurrentHashMap<>();
  private final List<JMSListener> consumers = new CopyOnWriteArrayList<>();
  private Connection connection;
  private ScheduledFuture<?> listening;
  private boolean ended;
  private final AtomicInteger working = new AtomicInteger();
  private volatile long lastWork = System.nanoTime();

  QueueConsumers(
      SqsClient sqs,
      List<QueueListener> listeners,
      VisibilityExtender visibility,
      Outages outages,
      FailureRecords failures,
      Optional<ScaleInProtection> protection,
      StopPatience patience,
      @Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler) {
    // No prefetch: a waiting message stays in the queue, where another consumer can receive it.
    ProviderConfiguration withoutPrefetch =
        new ProviderConfiguration().withNumberOfMessagesToPrefetch(0);
    this.connections = new SQSConnectionFactory(withoutPrefetch, sqs);
    this.listeners = listeners;
    this.visibility = visibility;
    this.outages = outages;
    this.failures = failures;
    this.protection = protection;
    this.patience = patience;
    this.scheduler = scheduler;
  }

  /**
   * Starts consuming. Not with an annotation: that would request this bean again after it has
   * ended, and create a new one that consumes while the service shuts down.
   */
  @PostConstruct
  void begin() {
    listening = scheduler.scheduleWithFixedDelay(Duration.ZERO, RETRY, this::listen);
  }

  /** Whether every consumer of a queue is registered. */
  boolean isListening(QueueListener listener) {
    return registered.getOrDefault(listener, 0) == listener.consumers();
  }

  /** How long no message has been processed; zero while one is. */
  Duration idle() {
    return working.get() > 0 ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - lastWork);
  }

  /** Registers the consumers that are not registered yet. */
  private synchronized void listen() {
    if (ended) {
      return;
    }
    for (QueueListener listener : listeners) {
      try {
        while (!isListening(listener)) {
          register(listener);
          registered.merge(listener, 1, Integer::sum);
        }
      } catch (JMSException | RuntimeException e) {
        LOG.error(
            "Cannot consume queue {}, retrying: {}. Check the variable {}.",
            listener.queue(),
            e.getMessage(),
            listener.queueVariable());
      }
    }
  }

  private void register(QueueListener listener) throws JMSException {
    if (connection == null) {
      Connection opened = connections.createConnection();
      opened.start();
      connection = opened;
    }
    Session session = connection.createSession(false, UNORDERED_ACKNOWLEDGE);
    try {
      JMSListener consumer = jmsListener(session, listener);
      consumer.start();
      consumers.add(consumer);
    } catch (JMSException e) {
      session.close();
      throw e;
    }
  }

  /** Ends all consumers in parallel, because each waits until its poll returns. */
  @PreDestroy
  void end() throws InterruptedException {
    listening.cancel(false);
    synchronized (this) {
      ended = true;
    }
    outages.end();
    ExecutorService threads = Executors.newCachedThreadPool();
    consumers.forEach(consumer -> threads.execute(() -> end(consumer)));
    threads.shutdown();
    if (!threads.awaitTermination(patience.leftMillis(), TimeUnit.MILLISECONDS)) {
      LOG.warn("Some messages are still being processed; they will be redelivered");
    }
  }

  private static void end(JMSListener consumer) {
    try {
      consumer.stop();
    } catch (JMSException e) {
      LOG.error("A consumer cannot be ended", e);
    }
  }

  /** Adds the handlers before the listener starts, so they also apply to the first message. */
  private JMSListener jmsListener(Session session, QueueListener listener) {
    JMSListener jms =
        new JMSListener(
            session,
            message -> handle(listener, message),
            JMSDestinationType.QUEUE,
            listener.queue(),
            null,
            Optional.empty());
    jms.addSuccessHandlers((handled, message) -> message.acknowledge());
    jms.addErrorHandlers(new LoggingJMSListenerErrorHandler());
    return jms;
  }

  private void handle(QueueListener listener, Message message) {
    working.incrementAndGet();
    protection.ifPresent(ScaleInProtection::begin);
    try {
      process(listener, message);
    } finally {
      protection.ifPresent(ScaleInProtection::end);
      lastWork = System.nanoTime();
      working.decrementAndGet();
    }
  }

  private void process(QueueListener listener, Message message) {
    SQSMessage received = (SQSMessage) message;
    List<String> handles = List.of(received.getReceiptHandle());
    Hidden hidden = visibility.hide(received.getQueueUrl(), handles, Queues.VISIBILITY);
    try {
      String body = ((TextMessage) message).getText();
      outages.retry(() -> listener.handle(body));
    } catch (JMSException e) {
      throw new JMSRuntimeException(e.getMessage(), e.getErrorCode(), e);
    } catch (RuntimeException e) {
      record(listener, received, e);
      throw e;
    } catch (Error e) {
      record(listener, received, e);
      // After an Error the JMS library makes the message visible at once: a hot loop into the DLQ.
      throw new IllegalStateException("Error while processing a message", e);
    } finally {
      hidden.close();
    }
  }

  private void record(QueueListener listener, SQSMessage message, Throwable failure) {
    try {
      int receives = message.getIntProperty(RECEIVES);
      failures.record(listener.queue(), message.getSQSMessageId(), receives, failure);
    } catch (JMSException e) {
      failure.addSuppressed(e);
    }
  }
}
