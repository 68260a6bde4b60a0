package inventory.emulator.dynamodb;

import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBServerHandler;
import inventory.emulator.Service;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.ContextHandler;

/**
 * DynamoDB Local. Its own command line listens on all addresses and reports its use to AWS; built
 * from its parts, it does neither.
 */
public final class DynamoDbService implements Service {

  private final LocalDynamoDBServerHandler handler;
  private final Server server;

  private DynamoDbService(LocalDynamoDBServerHandler handler, Server server) {
    this.handler = handler;
    this.server = server;
  }

  /**
   * Starts the store.
   *
   * @param data the folder of all data, of which this takes {@code dynamodb/}; absent for in-memory
   */
  public static Service start(InetAddress host, int port, Optional<Path> data) throws Exception {
    String folder = data.isPresent() ? folder(data.get()) : null;
    LocalDynamoDBServerHandler handler =
        new LocalDynamoDBServerHandler(
            new LocalDynamoDBRequestHandler(0, folder == null, folder, true, false), null);
    Server server = new Server(new InetSocketAddress(host, port));
    server.setHandler(new ContextHandler(handler));
    server.start();
    return new DynamoDbService(handler, server);
  }

  private static String folder(Path data) throws IOException {
    return Files.createDirectories(data.resolve("dynamodb")).toAbsolutePath().toString();
  }

  @Override
  public void stop() throws Exception {
    server.stop();
    handler.close();
  }
}
