package io.customer360.connector.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/// A receiver that may say anything: reads a call's headers and short body, then lets the test
/// write what it likes. Every call is a connection of its own, on a thread of its own.
public final class RawReceiver implements AutoCloseable {
  private final ServerSocket door;

  private RawReceiver(ServerSocket door) {
    this.door = door;
  }

  /// Writes the answer to one call.
  @FunctionalInterface
  public interface Answer {
    void write(OutputStream out) throws IOException, InterruptedException;
  }

  public static RawReceiver start(Answer answer) throws IOException {
    RawReceiver receiver =
        new RawReceiver(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    Thread.ofVirtual().start(() -> receiver.listen(answer));
    return receiver;
  }

  /// Gives every call the same answer.
  ///
  /// @param status with its reason, `400 Bad Request`
  /// @param headers lines such as `Retry-After: 1`
  public static RawReceiver answering(String status, String body, String... headers)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + "\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    head.append("content-length: ").append(bytes.length).append("\r\nconnection: close\r\n\r\n");
    return start(
        out -> {
          out.write(head.toString().getBytes(StandardCharsets.UTF_8));
          out.write(bytes);
        });
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + door.getLocalPort() + "/hooks");
  }

  private void listen(Answer answer) {
    while (!door.isClosed()) {
      try {
        Socket call = door.accept();
        Thread.ofVirtual().start(() -> serve(call, answer));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private static void serve(Socket call, Answer answer) {
    try (call) {
      InputStream in = call.getInputStream();
      StringBuilder head = new StringBuilder();
      while (head.indexOf("\r\n\r\n") < 0) {
        int next = in.read();
        if (next < 0) {
          return;
        }
        head.append((char) next);
      }
      in.readNBytes(length(head.toString()));
      answer.write(call.getOutputStream());
      call.getOutputStream().flush();
    } catch (IOException hungUp) {
      // The caller had enough.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static int length(String head) {
    return head.lines()
        .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:"))
        .map(line -> Integer.parseInt(line.substring(line.indexOf(':') + 1).strip()))
        .findFirst()
        .orElse(0);
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
