package inventory.alert.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** A server that receives webhooks, and answers as it is told to; 200 unless told otherwise. */
public final class Receiver implements AutoCloseable {

  /** Answers a request. */
  @FunctionalInterface
  public interface Reply {
    void to(HttpExchange exchange) throws IOException;
  }

  /** A request that arrived; the names of its headers are in lower case. */
  public record Message(String path, Map<String, List<String>> headers, String body) {

    public String header(String name) {
      return headers.get(name).get(0);
    }

    /** Verifies it by the rules of Standard Webhooks. */
    public boolean isSignedBy(String secret) {
      try {
        new Webhook(secret).verify(body, headers);
        return true;
      } catch (WebhookVerificationException e) {
        return false;
      }
    }
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Message> messages = new CopyOnWriteArrayList<>();
  private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile Reply usual = status(200);

  public Receiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::receive);
    server.setExecutor(threads);
    server.start();
  }

  private void receive(HttpExchange exchange) throws IOException {
    Map<String, List<String>> headers =
        exchange.getRequestHeaders().entrySet().stream()
            .collect(
                Collectors.toMap(
                    header -> header.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue));
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    messages.add(new Message(exchange.getRequestURI().getPath(), headers, body));
    Reply next = replies.poll();
    try (exchange) {
      (next == null ? usual : next).to(exchange);
    }
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public String url(String path) {
    return "http://127.0.0.1:" + port() + path;
  }

  /** Answers the next requests so, one each. */
  public void next(Reply... answers) {
    replies.addAll(List.of(answers));
  }

  /** Answers all requests so for which nothing else was said. */
  public void usually(Reply answer) {
    usual = answer;
  }

  /** Answers with a status, and with its number as the body. */
  public static Reply status(int status) {
    return exchange -> answer(exchange, status, Integer.toString(status));
  }

  /** Answers with a status and a header. */
  public static Reply status(int status, String header, String value) {
    return exchange -> {
      exchange.getResponseHeaders().add(header, value);
      answer(exchange, status, "");
    };
  }

  public static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  /** Never answers. */
  public Reply silence() {
    return exchange -> {
      try {
        closed.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    };
  }

  public List<Message> messages() {
    return messages;
  }

  /** The ids of the messages in the order of their arrival. */
  public List<String> ids() {
    return messages.stream().map(message -> message.header("webhook-id")).toList();
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
