package io.customer360.assistant.llm;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/// A server that speaks Ollama's wire format and fails on demand: newline-delimited JSON, tool
/// calls in a chunk before the last, durations in nanoseconds, errors before the first byte as a
/// status and in mid-stream as a line.
public final class FakeOllama implements AutoCloseable {
  /// What the next `/api/chat` does.
  public sealed interface Turn {
    record Call(String tool, String arguments) implements Turn {}

    record TwoCalls(String tool, String arguments) implements Turn {}

    record Text(List<String> tokens) implements Turn {}

    record CutBeforeDone() implements Turn {}

    record Stall() implements Turn {}

    record MalformedLine() implements Turn {}

    record ErrorLine() implements Turn {}

    record Status(int code, String error) implements Turn {}

    record SlowFirstByte() implements Turn {}
  }

  private static final String STAMP = "\"created_at\":\"2026-11-20T09:40:00.123456789Z\"";
  private final HttpServer server;
  private final Deque<Turn> turns = new ArrayDeque<>();
  private final List<String> prompts = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch end = new CountDownLatch(1);
  private final CountDownLatch stalled = new CountDownLatch(1);

  public FakeOllama(Turn... script) throws IOException {
    turns.addAll(List.of(script));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", x -> json(x, 200, "Ollama is running"));
    server.createContext("/api/version", x -> json(x, 200, "{\"version\":\"0.12.3\"}"));
    server.createContext(
        "/api/tags",
        x ->
            json(
                x,
                200,
                """
                {"models":[
                 {"name":"tiny:1b","model":"tiny:1b","size":1300000000,"digest":"aaa111",
                  "details":{"parameter_size":"1.2B","quantization_level":"Q8_0"}},
                 {"name":"planner:8b","model":"planner:8b","size":5200000000,"digest":"bbb222",
                  "details":{"parameter_size":"8.2B","quantization_level":"Q4_K_M"}}]}
                """));
    server.createContext("/api/show", this::show);
    server.createContext("/api/chat", this::chat);
    server.start();
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /// Bodies of the chat requests, in order.
  public List<String> prompts() {
    return List.copyOf(prompts);
  }

  /// Waits until a turn has begun to stall.
  public void awaitStall() throws InterruptedException {
    stalled.await();
  }

  private void show(HttpExchange x) throws IOException {
    String body = new String(x.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    boolean tools = body.contains("planner");
    json(
        x,
        200,
        "{\"capabilities\":[\"completion\""
            + (tools ? ",\"tools\"" : "")
            + "],"
            + "\"model_info\":{\"qwen3.context_length\":40960}}");
  }

  private void chat(HttpExchange x) throws IOException {
    prompts.add(new String(x.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    Turn turn;
    synchronized (turns) {
      turn = turns.isEmpty() ? new Turn.Status(500, "no turn left") : turns.removeFirst();
    }
    switch (turn) {
      case Turn.Status status -> json(x, status.code(), "{\"error\":\"" + status.error() + "\"}");
      case Turn.SlowFirstByte ignored -> {
        hold();
        x.close();
      }
      case Turn.Call call -> {
        try (OutputStream out = stream(x)) {
          line(out, call(call.tool(), call.arguments()));
          line(out, done());
        }
      }
      case Turn.TwoCalls two -> {
        try (OutputStream out = stream(x)) {
          String one = function(two.tool(), two.arguments());
          line(out, message("\"content\":\"\",\"tool_calls\":[" + one + "," + one + "]"));
          line(out, done());
        }
      }
      case Turn.Text text -> {
        try (OutputStream out = stream(x)) {
          for (String token : text.tokens()) {
            line(out, message("\"content\":\"" + token + "\""));
          }
          line(out, done());
        }
      }
      case Turn.CutBeforeDone ignored -> {
        try (OutputStream out = stream(x)) {
          line(out, message("\"content\":\"The reven\""));
        }
      }
      case Turn.MalformedLine ignored -> {
        try (OutputStream out = stream(x)) {
          line(out, message("\"content\":\"The \""));
          line(out, "{\"model\":\"planner:8b\",\"mess");
          line(out, done());
        }
      }
      case Turn.ErrorLine ignored -> {
        try (OutputStream out = stream(x)) {
          line(out, message("\"content\":\"The \""));
          line(out, "{\"error\":\"model runner has unexpectedly stopped\"}");
        }
      }
      case Turn.Stall ignored -> {
        OutputStream out = stream(x);
        line(out, message("\"content\":\"The \""));
        stalled.countDown();
        hold();
        x.close();
      }
    }
  }

  private void hold() {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static OutputStream stream(HttpExchange x) throws IOException {
    x.getResponseHeaders().add("Content-Type", "application/x-ndjson");
    x.sendResponseHeaders(200, 0);
    return x.getResponseBody();
  }

  private static void line(OutputStream out, String json) throws IOException {
    out.write((json + "\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static String message(String body) {
    return "{\"model\":\"planner:8b\","
        + STAMP
        + ",\"message\":{\"role\":\"assistant\","
        + body
        + "},\"done\":false}";
  }

  private static String call(String tool, String arguments) {
    return message("\"content\":\"\",\"tool_calls\":[" + function(tool, arguments) + "]");
  }

  private static String function(String tool, String arguments) {
    return "{\"id\":\"call_1\",\"function\":{\"index\":0,\"name\":\""
        + tool
        + "\",\"arguments\":"
        + arguments
        + "}}";
  }

  private static String done() {
    return "{\"model\":\"planner:8b\","
        + STAMP
        + ",\"message\":{\"role\":\"assistant\",\"content\":\"\"},\"done\":true,"
        + "\"done_reason\":\"stop\",\"total_duration\":4883583458,\"load_duration\":1334875,"
        + "\"prompt_eval_count\":26,\"prompt_eval_duration\":342546000,\"eval_count\":282,"
        + "\"eval_duration\":4535599000}";
  }

  private static void json(HttpExchange x, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    x.getResponseHeaders().add("Content-Type", "application/json; charset=utf-8");
    x.sendResponseHeaders(status, bytes.length);
    try (OutputStream out = x.getResponseBody()) {
      out.write(bytes);
    }
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
  }
}
