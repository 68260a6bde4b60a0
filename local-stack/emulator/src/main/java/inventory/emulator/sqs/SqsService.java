package inventory.emulator.sqs;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import inventory.emulator.Environment;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.pekko.actor.Terminated;
import org.elasticmq.server.ElasticMQServer;
import org.elasticmq.server.config.ElasticMQServerConfig;
import scala.Function0;

/** ElasticMQ, its messages in memory or in an H2 database on disk. */
public final class SqsService {

  private SqsService() {}

  /**
   * Starts the queues.
   *
   * @param endpoint where to listen; queue URLs begin with it
   * @param data the folder of all data, in which this uses {@code sqs/}; absent for in memory
   * @return stops the queues when it is closed
   */
  public static AutoCloseable start(URI endpoint, Environment environment, Optional<Path> data)
      throws IOException {
    Map<String, Object> settings = new HashMap<>();
    settings.put("node-address.host", endpoint.getHost());
    settings.put("node-address.port", endpoint.getPort());
    settings.put("rest-sqs.bind-hostname", endpoint.getHost());
    settings.put("rest-sqs.bind-port", endpoint.getPort());
    settings.put("aws.region", environment.region());
    settings.put("aws.accountId", Environment.ACCOUNT);
    // The emulator stops its services in order; pekko must not stop on its own.
    settings.put("pekko.coordinated-shutdown.run-by-jvm-shutdown-hook", "off");
    settings.put("pekko.jvm-shutdown-hooks", "off");
    if (data.isPresent()) {
      settings.put("messages-storage.enabled", true);
      settings.put("messages-storage.uri", database(data.get()));
    }
    Config config = ConfigFactory.parseMap(settings).withFallback(ConfigFactory.load());
    Function0<Terminated> stop = new ElasticMQServer(new ElasticMQServerConfig(config)).start();
    return stop::apply;
  }

  /** Without WRITE_DELAY=0, H2 writes half a second later: a kill would lose messages. */
  private static String database(Path data) throws IOException {
    Path folder = Files.createDirectories(data.resolve("sqs")).toAbsolutePath();
    return "jdbc:h2:file:" + folder.resolve("messages") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
  }
}
