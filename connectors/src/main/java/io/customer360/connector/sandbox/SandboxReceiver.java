package io.customer360.connector.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.customer360.connector.webhook.WebhookSecret;
import io.customer360.connector.webhook.WebhookSignature;
import io.customer360.fault.WorkbenchException;
import io.customer360.governance.Hashes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/// A webhook receiver on the loopback address. It verifies signatures, processes each `webhook-id`
/// once however often it arrives, and keeps what it processed in a journal file. Its mood may
/// differ from call to call.
public final class SandboxReceiver implements AutoCloseable {
  private static final Duration SILENCE = Duration.ofSeconds(20);
  private static final int LARGEST = 1 << 20;

  /// Connections that may wait to be accepted.
  private static final int BACKLOG = 512;

  private final HttpServer server;
  private final ExecutorService threads;
  private final Journal journal;
  private final List<WebhookSecret> secrets;
  private final Function<String, Mood> moods;
  private final Clock clock;
  private final Map<String, AtomicInteger> processed = new ConcurrentHashMap<>();
  private final AtomicInteger refused = new AtomicInteger();
  private final CountDownLatch closing = new CountDownLatch(1);

  private SandboxReceiver(
      HttpServer server,
      ExecutorService threads,
      Journal journal,
      List<WebhookSecret> secrets,
      Function<String, Mood> moods,
      Clock clock) {
    this.server = server;
    this.threads = threads;
    this.journal = journal;
    this.secrets = List.copyOf(secrets);
    this.moods = moods;
    this.clock = clock;
    journal.processedBefore().forEach(this::process);
  }

  /// Starts listening on `127.0.0.1`.
  ///
  /// @param port 0 for any free one
  /// @param journal the file that remembers what was processed
  /// @param moods the mood for each `webhook-id`, asked at every arrival
  public static SandboxReceiver start(
      int port,
      Path journal,
      List<WebhookSecret> secrets,
      Function<String, Mood> moods,
      Clock clock) {
    HttpServer server;
    try {
      server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
    } catch (IOException e) {
      throw WorkbenchException.resource(
          "C360-SBX-001", "The sandbox receiver cannot listen on port " + port + ".", e);
    }
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    SandboxReceiver receiver =
        new SandboxReceiver(server, threads, new Journal(journal), secrets, moods, clock);
    server.setExecutor(threads);
    server.createContext("/", receiver::answer);
    server.start();
    return receiver;
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hooks");
  }

  /// How often each `webhook-id` arrived and was taken; every id was processed at its first
  /// arrival.
  public Map<String, Integer> arrivals() {
    return journal.arrivals();
  }

  /// How many bodies were processed more than once since the journal began. A receiver knows a
  /// repeated call by its id alone: a sender that gives an attempt a new id makes it do the work
  /// again, and is found out here.
  public long processedTwice() {
    return processed.values().stream().filter(times -> times.get() > 1).count();
  }

  /// How many bodies were processed since the journal began.
  public int processed() {
    return processed.size();
  }

  /// The receiver's work on a call whose id it sees for the first time.
  private void process(String digest) {
    processed.computeIfAbsent(digest, unused -> new AtomicInteger()).incrementAndGet();
  }

  /// Calls whose signature was wrong or stale.
  public int refused() {
    return refused.get();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body =
          new String(exchange.getRequestBody().readNBytes(LARGEST), StandardCharsets.UTF_8);
      String id = header(exchange, WebhookSignature.ID);
      boolean genuine =
          WebhookSignature.verify(
              secrets,
              id,
              header(exchange, WebhookSignature.TIMESTAMP),
              header(exchange, WebhookSignature.SIGNATURE),
              body,
              clock.instant());
      if (!genuine) {
        refused.incrementAndGet();
        reply(exchange, 401, "{\"error\":\"signature\"}");
        return;
      }
      switch (moods.apply(id)) {
        case OK -> {
          boolean first = take(id, body);
          reply(exchange, 200, "{\"received\":true,\"first\":" + first + "}");
        }
        case BUSY -> {
          exchange.getResponseHeaders().set("Retry-After", "1");
          reply(exchange, 429, "{\"error\":\"slow down\"}");
        }
        case FAULTY -> reply(exchange, 500, "{\"error\":\"sandbox fault\"}");
        case CUT -> take(id, body);
        case SILENT -> {
          if (!closing.await(SILENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            reply(exchange, 200, "{\"received\":false}");
          }
        }
        case BOUNCE -> reply(exchange, 422, "{\"error\":\"recipient unreachable\"}");
        case GONE -> reply(exchange, 410, "{\"error\":\"gone\"}");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean take(String id, String body) {
    String digest = Hashes.sha256(body);
    boolean first = journal.first(id, digest);
    if (first) {
      process(digest);
    }
    return first;
  }

  private static String header(HttpExchange exchange, String name) {
    String value = exchange.getRequestHeaders().getFirst(name);
    return value == null ? "" : value;
  }

  private static void reply(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("content-type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
    journal.close();
  }
}
