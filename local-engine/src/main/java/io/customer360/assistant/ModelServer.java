package io.customer360.assistant;

import java.util.List;

/// The local model server as found.
///
/// @param url where it was looked for
/// @param reachable whether it answered
/// @param version its version; empty when not reachable
/// @param words one plain line: `Ollama 0.12.3 answers, 3 models installed.`
public record ModelServer(
    String url, boolean reachable, String version, String words, List<LocalModel> models) {
  public ModelServer {
    models = List.copyOf(models);
  }
}
