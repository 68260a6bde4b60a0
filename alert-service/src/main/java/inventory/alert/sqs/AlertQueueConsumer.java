package inventory.alert.sqs;

import static com.amazon.sqs.javamessaging.SQSSession.UNORDERED_ACKNOWLEDGE;
import static io.micronaut.jms.sqs.configuration.SqsConfiguration.CONNECTION_FACTORY_BEAN_NAME;

import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.micronaut.jms.listener.JMSListener;
import io.micronaut.jms.listener.JMSListenerRegistry;
import io.micronaut.jms.listener.LoggingJMSListenerErrorHandler;
import io.micronaut.jms.model.JMSDestinationType;
import io.micronaut.jms.pool.JMSConnectionPool;
import io.micronaut.jms.sqs.configuration.properties.SqsConfigurationProperties;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Named;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens to the alert queue from the start on; where that fails, as while the queue is missing, it
 * tries again until it succeeds.
 *
 * <p>A message is deleted after its listener has returned. One whose listener throws is neither
 * acknowledged nor handed back: it comes again after its visibility timeout. Of the JMS library's
 * modes UNORDERED alone does so: in the others a failed message is lost, or comes back at once.
 */
@Context
@Requires(beans = SqsConfigurationProperties.class)
class AlertQueueConsumer {

  private static final Logger LOG = LoggerFactory.getLogger(AlertQueueConsumer.class);

  private final JMSListenerRegistry registry;
  // A provider, as the JMS library makes the pool after the first beans of the context.
  private final BeanProvider<JMSConnectionPool> connections;
  private final ChangedItemsListener listener;
  private final QueueSettings settings;
  private final AtomicInteger listening = new AtomicInteger();
  private Connection connection;

  AlertQueueConsumer(
      JMSListenerRegistry registry,
      @Named(CONNECTION_FACTORY_BEAN_NAME) BeanProvider<JMSConnectionPool> connections,
      ChangedItemsListener listener,
      QueueSettings settings) {
    this.registry = registry;
    this.connections = connections;
    this.listener = listener;
    this.settings = settings;
  }

  /** Whether every consumer is registered. */
  boolean isListening() {
    return listening.get() == settings.alertConsumers();
  }

  /** Registers the consumers that are not registered yet. */
  @Scheduled(fixedDelay = "2s")
  void listen() {
    try {
      while (!isListening()) {
        register();
        listening.incrementAndGet();
      }
    } catch (JMSException e) {
      LOG.error(
          "Cannot listen to queue {}, trying again: {}. Is INVENTORY_ALERT_QUEUE right?",
          settings.alertQueue(),
          e.getMessage());
    }
  }

  private void register() throws JMSException {
    if (connection == null) {
      connection = connections.get().createConnection();
    }
    Session session = connection.createSession(false, UNORDERED_ACKNOWLEDGE);
    try {
      registry.register(listener(session), true);
    } catch (JMSException e) {
      session.close();
      throw e;
    }
  }

  /** The handlers are added before it starts, so that the first message finds them too. */
  private JMSListener listener(Session session) {
    JMSListener jms =
        new JMSListener(
            session,
            this::handle,
            JMSDestinationType.QUEUE,
            settings.alertQueue(),
            null,
            Optional.empty());
    jms.addSuccessHandlers((handled, message) -> message.acknowledge());
    jms.addErrorHandlers(new LoggingJMSListenerErrorHandler());
    return jms;
  }

  /** The JMS library hands a message back at once after an error, a hot loop into the DLQ. */
  private void handle(Message message) {
    try {
      listener.onMessage(message);
    } catch (Error e) {
      throw new IllegalStateException("Error while handling a message", e);
    }
  }
}
