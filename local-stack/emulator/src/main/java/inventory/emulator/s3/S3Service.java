package inventory.emulator.s3;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import inventory.emulator.Environment;
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
public final class S3Service {

  private static final long STOP_TIMEOUT_MILLIS = 2_000;

  private S3Service() {}

  /**
   * Starts S3.
   *
   * @param data the folder of all data, in which this uses {@code s3/}; without it, a temporary
   *     folder, because objects may not fit in memory
   * @param queues receives the events
   * @return stops S3 when it is closed
   */
  public static AutoCloseable start(
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
    return () -> {
      server.stop();
      if (temporary.isPresent()) {
        MoreFiles.deleteRecursively(temporary.get(), RecursiveDeleteOption.ALLOW_INSECURE);
      }
    };
  }

  private static Server server(URI endpoint, S3Servlet s3, Filter documents) {
    Server server = new Server();
    HttpConfiguration http = new HttpConfiguration();
    // Keys may have empty segments, dots and encoded slashes, which others do not accept in paths.
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
}
