package inventory.ingest.sqs;

import inventory.ingest.IngestSettings;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.jms.listener.JMSListenerRegistry;
import io.micronaut.jms.model.JMSDestinationType;
import io.micronaut.jms.pool.JMSConnectionPool;
import io.micronaut.jms.sqs.configuration.SqsConfiguration;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import java.util.Optional;

/**
 * Registers as many consumers of the inbox queue as files are to be taken in at a time. It is done
 * by hand because an annotated listener has one thread only, and because a queue that is missing
 * must end the start with an error, not leave a service that listens to nothing.
 */
@Singleton
final class InboxConsumers {

  /**
   * The library's own mode, beside those of JMS: each message is deleted by its own
   * acknowledgement. In all modes of JMS a message whose listener fails is either deleted or comes
   * back at once.
   */
  static final int UNORDERED_ACKNOWLEDGE = 100;

  private final JMSListenerRegistry registry;
  private final JMSConnectionPool connections;
  private final InboxListener listener;
  private final IngestSettings settings;

  InboxConsumers(
      JMSListenerRegistry registry,
      @Named(SqsConfiguration.CONNECTION_FACTORY_BEAN_NAME) JMSConnectionPool connections,
      InboxListener listener,
      IngestSettings settings) {
    this.registry = registry;
    this.connections = connections;
    this.listener = listener;
    this.settings = settings;
  }

  @EventListener
  void start(StartupEvent event) throws JMSException {
    Connection connection = connections.createConnection();
    for (int i = 0; i < settings.getConsumers(); i++) {
      registry.register(
          connection,
          JMSDestinationType.QUEUE,
          settings.getIngestQueue(),
          false,
          UNORDERED_ACKNOWLEDGE,
          listener,
          null,
          true,
          Optional.empty());
    }
  }
}
