package inventory.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.http.ExceptionLogger;
import org.apache.http.HttpEntity;
import org.apache.http.HttpEntityEnclosingRequest;
import org.apache.http.HttpHost;
import org.apache.http.HttpMessage;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.config.SocketConfig;
import org.apache.http.impl.bootstrap.HttpServer;
import org.apache.http.impl.bootstrap.ServerBootstrap;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.message.BasicHttpEntityEnclosingRequest;
import org.apache.http.message.BasicHttpRequest;
import org.apache.http.protocol.HTTP;
import org.apache.http.protocol.HttpContext;
import org.apache.http.protocol.HttpProcessorBuilder;

/**
 * A proxy in front of one service of an AWS that speaks plain HTTP. It forwards a request with the
 * path, the host and the headers that it came with, because these are signed. It streams bodies,
 * except those of calls in JSON.
 */
public final class AwsProxy implements AutoCloseable {

  // Each waiting poll and each writer of a service has one.
  private static final int MAX_CONNECTIONS = 2_000;

  // They concern one connection; Java's client offers HTTP/2 by the last two.
  private static final List<String> NOT_FORWARDED =
      List.of(
          HTTP.CONN_DIRECTIVE,
          HTTP.CONN_KEEP_ALIVE,
          HTTP.EXPECT_DIRECTIVE,
          HTTP.TRANSFER_ENCODING,
          "Upgrade",
          "HTTP2-Settings");

  private final HttpHost target;
  private final Handling handling;
  private final CloseableHttpClient client;
  private final HttpServer server;

  /** What becomes of the calls. */
  @FunctionalInterface
  public interface Handling {

    /**
     * Answers a call, usually with what {@link Call#forward} returns.
     *
     * @throws IOException to close the connection without an answer
     */
    HttpResponse answer(Call call) throws IOException;
  }

  /**
   * Starts on a free port of this machine.
   *
   * @param target the service's address
   */
  public AwsProxy(URI target, Handling handling) throws IOException {
    this.target = HttpHost.create(target.toString());
    this.handling = handling;
    this.client =
        HttpClients.custom()
            .setMaxConnTotal(MAX_CONNECTIONS)
            .setMaxConnPerRoute(MAX_CONNECTIONS)
            .disableContentCompression()
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .setDefaultRequestConfig(RequestConfig.custom().setNormalizeUri(false).build())
            .build();
    this.server =
        ServerBootstrap.bootstrap()
            .setLocalAddress(InetAddress.getLoopbackAddress())
            .setSocketConfig(SocketConfig.custom().setTcpNoDelay(true).build())
            // The headers of an answer are those of the service.
            .setHttpProcessor(HttpProcessorBuilder.create().build())
            .setExceptionLogger(ExceptionLogger.NO_OP)
            .registerHandler("*", this::handle)
            .create();
    server.start();
  }

  /** The address for programs. */
  public String url() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  private void handle(HttpRequest request, HttpResponse response, HttpContext context)
      throws IOException {
    HttpResponse answer = handling.answer(Call.of(request, this::forward));
    response.setStatusLine(answer.getStatusLine());
    copyHeaders(answer, response);
    HttpEntity body = answer.getEntity();
    response.setEntity(body);
    // An answer to HEAD has no body, but says how long it would be.
    if (body != null && body.getContentLength() >= 0) {
      response.setHeader(HTTP.CONTENT_LEN, Long.toString(body.getContentLength()));
    } else if (body != null) {
      response.setHeader(HTTP.TRANSFER_ENCODING, HTTP.CHUNK_CODING);
    }
  }

  private HttpResponse forward(HttpRequest request, HttpEntity body) throws IOException {
    HttpRequest copy = new BasicHttpRequest(request.getRequestLine());
    if (request instanceof HttpEntityEnclosingRequest) {
      BasicHttpEntityEnclosingRequest withBody =
          new BasicHttpEntityEnclosingRequest(request.getRequestLine());
      withBody.setEntity(body);
      copy = withBody;
    }
    copyHeaders(request, copy);
    copy.removeHeaders(HTTP.CONTENT_LEN);
    return client.execute(target, copy);
  }

  private static void copyHeaders(HttpMessage from, HttpMessage to) {
    to.setHeaders(from.getAllHeaders());
    NOT_FORWARDED.forEach(to::removeHeaders);
  }

  /** Closes the port and all connections: for programs, the service is gone. */
  @Override
  public void close() {
    server.shutdown(0, TimeUnit.SECONDS);
    try {
      client.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
