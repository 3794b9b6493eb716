package io.customer360.assistant.llm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// The HTTP client LangChain4j talks to Ollama with. The default one hangs when a stream is cut
/// before `done`, times out on headers only, merges parallel tool calls, swallows broken lines and
/// calls back on the common pool. This one reads each stream on a virtual thread of its own, ends
/// it when no token comes for the idle time, reports an early end or a broken line, and numbers
/// tool calls. One instance serves one call; [#abort] ends it from any thread.
final class OllamaHttp implements HttpClientBuilder, HttpClient {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Duration idle;
  private Duration connect = Duration.ofSeconds(2);
  private Duration read = Duration.ofMinutes(2);
  private final AtomicReference<@Nullable InputStream> body = new AtomicReference<>();
  private final AtomicReference<@Nullable Thread> reader = new AtomicReference<>();
  private final AtomicBoolean aborted = new AtomicBoolean();

  OllamaHttp(Duration idle) {
    this.idle = idle;
  }

  @Override
  public Duration connectTimeout() {
    return connect;
  }

  @Override
  public HttpClientBuilder connectTimeout(Duration timeout) {
    connect = timeout;
    return this;
  }

  @Override
  public Duration readTimeout() {
    return read;
  }

  @Override
  public HttpClientBuilder readTimeout(Duration timeout) {
    read = timeout;
    return this;
  }

  @Override
  public HttpClient build() {
    return this;
  }

  /// Ends the call; its listener gets a cancellation.
  void abort() {
    aborted.set(true);
    close(body.get());
    Thread thread = reader.get();
    if (thread != null) {
      thread.interrupt();
    }
  }

  @Override
  public SuccessfulHttpResponse execute(HttpRequest request) {
    try (java.net.http.HttpClient http = client()) {
      var response = http.send(jdk(request), BodyHandlers.ofByteArray());
      if (response.statusCode() / 100 != 2) {
        throw new HttpException(
            response.statusCode(), new String(response.body(), StandardCharsets.UTF_8));
      }
      return SuccessfulHttpResponse.builder()
          .statusCode(response.statusCode())
          .headers(response.headers().map())
          .body(response.body())
          .build();
    } catch (HttpTimeoutException e) {
      throw new TimeoutException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    }
  }

  @Override
  public void execute(
      HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
    reader.set(
        Thread.ofVirtual().name("ollama-stream").start(() -> stream(request, parser, listener)));
  }

  private void stream(
      HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
    Guard guard = new Guard(listener);
    try (java.net.http.HttpClient http = client()) {
      var response = http.send(jdk(request), BodyHandlers.ofInputStream());
      try (InputStream in = response.body()) {
        body.set(in);
        if (response.statusCode() / 100 != 2) {
          guard.onError(
              new HttpException(
                  response.statusCode(), new String(in.readAllBytes(), StandardCharsets.UTF_8)));
          return;
        }
        listener.onOpen(
            SuccessfulHttpResponse.builder()
                .statusCode(response.statusCode())
                .headers(response.headers().map())
                .build());
        guard.touch();
        Thread watch = Thread.ofVirtual().name("ollama-idle").start(() -> watch(guard, in));
        try {
          parser.parse(in, guard);
        } finally {
          watch.interrupt();
        }
      }
      guard.onError(new EOFException("the stream ended before done"));
      listener.onClose();
    } catch (HttpTimeoutException e) {
      guard.onError(new TimeoutException(e));
    } catch (IOException | RuntimeException e) {
      guard.onError(e);
    } catch (InterruptedException e) {
      guard.onError(new CancellationException());
    }
  }

  /// Closes the stream when nothing has come for the idle time.
  private void watch(Guard guard, InputStream in) {
    try {
      while (true) {
        long left = idle.toNanos() - guard.silentNanos();
        if (left <= 0) {
          guard.stalled.set(true);
          close(in);
          return;
        }
        Thread.sleep(Duration.ofNanos(left));
      }
    } catch (InterruptedException e) {
      // The stream ended by itself.
      Thread.currentThread().interrupt();
    }
  }

  private static void close(@Nullable InputStream in) {
    if (in != null) {
      try {
        in.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private java.net.http.HttpClient client() {
    return java.net.http.HttpClient.newBuilder()
        .version(java.net.http.HttpClient.Version.HTTP_1_1)
        .connectTimeout(connect)
        .build();
  }

  private java.net.http.HttpRequest jdk(HttpRequest request) {
    var builder = java.net.http.HttpRequest.newBuilder(URI.create(request.url())).timeout(read);
    request.headers().forEach((name, values) -> values.forEach(v -> builder.header(name, v)));
    String text = request.body();
    return builder
        .method(
            request.method().name(),
            text == null
                ? java.net.http.HttpRequest.BodyPublishers.noBody()
                : java.net.http.HttpRequest.BodyPublishers.ofString(text))
        .build();
  }

  /// Stands between the parser and LangChain4j.
  private final class Guard implements ServerSentEventListener {
    private final ServerSentEventListener next;
    private final AtomicBoolean ended = new AtomicBoolean();
    final AtomicBoolean stalled = new AtomicBoolean();
    private final AtomicLong last = new AtomicLong(System.nanoTime());
    private final AtomicBoolean busy = new AtomicBoolean();
    private final AtomicInteger calls = new AtomicInteger();

    Guard(ServerSentEventListener next) {
      this.next = next;
    }

    void touch() {
      last.set(System.nanoTime());
    }

    /// Time without a token; work of the listener itself does not count.
    long silentNanos() {
      return busy.get() ? 0 : System.nanoTime() - last.get();
    }

    @Override
    public void onEvent(ServerSentEvent event, ServerSentEventContext context) {
      if (event.data().isBlank() || ended.get()) {
        return;
      }
      JsonNode chunk;
      try {
        chunk = JSON.readTree(event.data());
      } catch (IOException e) {
        onError(new IOException("a line of the stream is no JSON", e));
        context.parsingHandle().cancel();
        return;
      }
      for (JsonNode call : chunk.path("message").path("tool_calls")) {
        if (call.get("function") instanceof ObjectNode function) {
          function.put("index", calls.getAndIncrement());
        }
      }
      if (chunk.has("error")) {
        onError(new IOException("Ollama reported: " + chunk.path("error").asText()));
        context.parsingHandle().cancel();
        return;
      }
      if (chunk.path("done").asBoolean()) {
        ended.set(true);
      }
      busy.set(true);
      try {
        next.onEvent(new ServerSentEvent(event.event(), chunk.toString()), context);
      } finally {
        touch();
        busy.set(false);
      }
    }

    @Override
    public void onError(Throwable failure) {
      if (ended.compareAndSet(false, true)) {
        next.onError(
            aborted.get()
                ? new CancellationException()
                : stalled.get() ? new TimeoutException("no token for " + idle) : failure);
      }
    }
  }
}
