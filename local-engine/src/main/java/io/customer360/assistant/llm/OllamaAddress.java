package io.customer360.assistant.llm;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Where Ollama is asked: on this computer and nowhere else, because prompts hold customers' data.
///
/// @param uri `http://127.0.0.1:11434` unless another port is named
/// @param remark what is to say of the name that was given; empty when it was taken as it is
public record OllamaAddress(URI uri, String remark) {
  private static final int PORT = 11434;
  private static final URI USUAL = URI.create("http://127.0.0.1:" + PORT);

  /// Reads what `OLLAMA_HOST` may hold: a host, a port or both, with or without `http://`. The
  /// address of all interfaces, which a server listens on, is this computer to who asks.
  public static OllamaAddress of(@Nullable String named) {
    if (named == null || named.isBlank()) {
      return new OllamaAddress(USUAL, "");
    }
    String text = named.strip();
    String written = text.contains("://") ? text : "http://" + text;
    try {
      URI uri = new URI(written.replaceFirst("^([a-zA-Z]+://):", "$1127.0.0.1:"));
      String host = uri.getHost();
      if (host == null || !uri.getScheme().toLowerCase(Locale.ROOT).startsWith("http")) {
        return ignored(text, "is not an address");
      }
      boolean everywhere = host.equals("0.0.0.0") || host.equals("[::]");
      if (!everywhere && !isHere(host)) {
        return ignored(text, "is another computer, and nothing leaves this one");
      }
      return new OllamaAddress(
          new URI(
              uri.getScheme(),
              null,
              everywhere ? "127.0.0.1" : host,
              uri.getPort() < 0 ? PORT : uri.getPort(),
              null,
              null,
              null),
          "");
    } catch (URISyntaxException e) {
      return ignored(text, "is not an address");
    }
  }

  private static boolean isHere(String host) {
    return host.equalsIgnoreCase("localhost")
        || host.equals("[::1]")
        || host.matches("127(\\.\\d{1,3}){3}");
  }

  private static OllamaAddress ignored(String named, String why) {
    return new OllamaAddress(
        USUAL, "OLLAMA_HOST=%s %s; %s is asked instead.".formatted(named, why, USUAL));
  }
}
