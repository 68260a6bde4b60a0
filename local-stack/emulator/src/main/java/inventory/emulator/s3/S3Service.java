package inventory.emulator.s3;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import inventory.emulator.Environment;
import inventory.emulator.Service;
import inventory.emulator.s3.nio2blob.VersionedFileStore;
import inventory.emulator.sqs.QueueSender;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import org.gaul.s3proxy.S3Servlet;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.shaded.org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.gaul.shaded.org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.gaul.shaded.org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.gaul.shaded.org.eclipse.jetty.http.HttpCompliance;
import org.gaul.shaded.org.eclipse.jetty.http.UriCompliance;
import org.gaul.shaded.org.eclipse.jetty.server.HttpConfiguration;
import org.gaul.shaded.org.eclipse.jetty.server.HttpConnectionFactory;
import org.gaul.shaded.org.eclipse.jetty.server.Server;
import org.gaul.shaded.org.eclipse.jetty.server.ServerConnector;
import org.gaul.shaded.org.eclipse.jetty.server.handler.GracefulHandler;

/** S3 on a port of its own. */
public final class S3Service implements Service {

  private static final long STOP_TIMEOUT_MILLIS = 2_000;

  private final Server server;
  private final Optional<Path> temporary;

  private S3Service(Server server, Optional<Path> temporary) {
    this.server = server;
    this.temporary = temporary;
  }

  /**
   * Starts S3.
   *
   * @param data the folder of all data, of which this takes {@code s3/}. Without it, the bytes of
   *     objects lie in a temporary folder until the stop: they need not fit in memory.
   * @param queues where events go
   */
  public static Service start(
      URI endpoint, Environment environment, Optional<Path> data, QueueSender queues)
      throws Exception {
    Optional<Path> folder = data.map(root -> root.resolve("s3"));
    Optional<Path> temporary =
        folder.isPresent()
            ? Optional.empty()
            : Optional.of(Files.createTempDirectory("inventory-s3-"));
    Path root = folder.or(() -> temporary).orElseThrow();
    BucketDocuments documents = new BucketDocuments(root.resolve("configuration"));
    EventPublisher events = new EventPublisher(documents, queues, environment.region());
    BlobStore files = new KeyedStore(new VersionedFileStore(root.resolve("objects")));
    BlobStore store = new AtomicStore(new NotifyingStore(files, events, documents));
    S3Servlet servlet =
        new S3Servlet(store, environment.accessKeyId(), environment.secretAccessKey());
    Server server = server(endpoint, servlet, new BucketDocumentFilter(servlet, documents, events));
    server.start();
    return new S3Service(server, temporary);
  }

  private static Server server(URI endpoint, S3Servlet s3, Filter documents) {
    Server server = new Server();
    HttpConfiguration http = new HttpConfiguration();
    // Keys may hold what is no clean path to others: empty segments, dots, encoded slashes.
    http.setUriCompliance(UriCompliance.LEGACY);
    http.setHttpCompliance(HttpCompliance.LEGACY);
    http.setHeaderCacheCaseSensitive(true);
    http.setSendServerVersion(false);
    ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setHost(endpoint.getHost());
    connector.setPort(endpoint.getPort());
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler();
    context.addFilter(
        new FilterHolder(new SlashFilter()), "/*", EnumSet.of(DispatcherType.REQUEST));
    context.addFilter(new FilterHolder(documents), "/*", EnumSet.of(DispatcherType.REQUEST));
    context.addServlet(new ServletHolder(s3.servlet()), "/*");
    server.setHandler(new GracefulHandler(context));
    server.setStopTimeout(STOP_TIMEOUT_MILLIS);
    return server;
  }

  @Override
  public void stop() throws Exception {
    server.stop();
    if (temporary.isPresent()) {
      MoreFiles.deleteRecursively(temporary.get(), RecursiveDeleteOption.ALLOW_INSECURE);
    }
  }
}
