package inventory.model.queue;

import static com.amazon.sqs.javamessaging.SQSSession.UNORDERED_ACKNOWLEDGE;

import com.amazon.sqs.javamessaging.ProviderConfiguration;
import com.amazon.sqs.javamessaging.SQSConnectionFactory;
import com.amazon.sqs.javamessaging.message.SQSMessage;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Listens to the queues from the start on; where that fails, as while a queue is missing, it tries
 * again until it succeeds.
 *
 * <p>A message is deleted after its listener has returned. One whose listener throws is neither
 * acknowledged nor handed back: it comes again after its visibility timeout. Of the JMS library's
 * modes UNORDERED alone does so: in the others a failed message is lost, or comes back at once.
 */
@Context
@Requires(classes = JMSListener.class)
@Requires(beans = QueueListener.class)
class QueueConsumers {

  private static final Logger LOG = LoggerFactory.getLogger(QueueConsumers.class);

  // What JMS calls the number of times that a message was received.
  private static final String RECEIVES = "JMSXDeliveryCount";

  private static final Duration RETRY = Duration.ofSeconds(2);

  // What ECS gives a task to end in, unless it is told otherwise.
  private static final int PATIENCE_SECONDS = 30;

  private final SQSConnectionFactory connections;
  private final List<QueueListener> listeners;
  private final VisibilityExtender visibility;
  private final FailureRecords failures;
  private final TaskScheduler scheduler;
  private final Map<QueueListener, Integer> registered = new ConcurrentHashMap<>();
  private final List<JMSListener> consumers = new CopyOnWriteArrayList<>();
  private Connection connection;
  private ScheduledFuture<?> listening;
  private boolean ended;

  QueueConsumers(
      SqsClient sqs,
      List<QueueListener> listeners,
      VisibilityExtender visibility,
      FailureRecords failures,
      @Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler) {
    // A message waits in the queue, where another consumer can take it, rather than here.
    ProviderConfiguration withoutPrefetch =
        new ProviderConfiguration().withNumberOfMessagesToPrefetch(0);
    this.connections = new SQSConnectionFactory(withoutPrefetch, sqs);
    this.listeners = listeners;
    this.visibility = visibility;
    this.failures = failures;
    this.scheduler = scheduler;
  }

  /**
   * Begins. Not by an annotation: that would ask for this bean once more when it has ended, and get
   * a new one that listens while the service goes down.
   */
  @PostConstruct
  void begin() {
    listening = scheduler.scheduleWithFixedDelay(Duration.ZERO, RETRY, this::listen);
  }

  /** Whether every consumer of a queue is registered. */
  boolean isListening(QueueListener listener) {
    return registered.getOrDefault(listener, 0) == listener.consumers();
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
            "Cannot listen to queue {}, trying again: {}. Is {} right?",
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

  /** Ends all consumers at once, as each has to wait until its poll returns. */
  @PreDestroy
  void end() throws InterruptedException {
    listening.cancel(false);
    synchronized (this) {
      ended = true;
    }
    ExecutorService threads = Executors.newCachedThreadPool();
    consumers.forEach(consumer -> threads.execute(() -> end(consumer)));
    threads.shutdown();
    if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      LOG.warn("Messages are being worked on still; they will come again");
    }
  }

  private static void end(JMSListener consumer) {
    try {
      consumer.stop();
    } catch (JMSException e) {
      LOG.error("A consumer cannot be ended", e);
    }
  }

  /** The handlers are added before it starts, so that the first message finds them too. */
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
    SQSMessage received = (SQSMessage) message;
    try {
      String body = ((TextMessage) message).getText();
      visibility.during(received, () -> listener.handle(body));
    } catch (JMSException e) {
      throw new JMSRuntimeException(e.getMessage(), e.getErrorCode(), e);
    } catch (RuntimeException e) {
      record(listener, received, e);
      throw e;
    } catch (Error e) {
      record(listener, received, e);
      // The JMS library hands a message back at once after an error, a hot loop into the DLQ.
      throw new IllegalStateException("Error while handling a message", e);
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
