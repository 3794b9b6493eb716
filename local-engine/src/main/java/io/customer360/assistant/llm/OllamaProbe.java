package io.customer360.assistant.llm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.customer360.assistant.LocalModel;
import io.customer360.assistant.ModelServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Looks whether Ollama answers and what is installed.
final class OllamaProbe {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final URI base;
  private final Duration limit;

  OllamaProbe(URI base, Duration limit) {
    this.base = base;
    this.limit = limit;
  }

  ModelServer look() {
    try (HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(limit)
            .build()) {
      String version = json(http, "/api/version", "").path("version").asText("");
      List<LocalModel> models = new ArrayList<>();
      for (JsonNode tag : json(http, "/api/tags", "").path("models")) {
        models.add(model(http, tag));
      }
      models.sort(
          Comparator.comparing((LocalModel m) -> !m.tools()).thenComparing(LocalModel::name));
      int n = models.size();
      return new ModelServer(
          base.toString(),
          true,
          version,
          "Ollama " + version + " answers, " + n + (n == 1 ? " model" : " models") + " installed.",
          models);
    } catch (IOException e) {
      return absent();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return absent();
    }
  }

  private ModelServer absent() {
    return new ModelServer(
        base.toString(),
        false,
        "",
        "Ollama does not answer on " + base.getAuthority() + "; the built-in planner is used.",
        List.of());
  }

  private LocalModel model(HttpClient http, JsonNode tag) throws IOException, InterruptedException {
    String name = tag.path("name").asText(tag.path("model").asText(""));
    boolean tools = false;
    int context = 0;
    try {
      JsonNode shown =
          json(http, "/api/show", JSON.createObjectNode().put("model", name).toString());
      for (JsonNode capability : shown.path("capabilities")) {
        tools |= capability.asText().equals("tools");
      }
      for (var info : shown.path("model_info").properties()) {
        if (info.getKey().endsWith(".context_length")) {
          context = info.getValue().asInt();
        }
      }
    } catch (IOException e) {
      // A model that cannot be shown is listed without tools.
      tools = false;
    }
    return new LocalModel(
        name,
        tag.path("digest").asText(""),
        tag.path("size").asLong(),
        tag.path("details").path("parameter_size").asText(""),
        tag.path("details").path("quantization_level").asText(""),
        tools,
        context);
  }

  private JsonNode json(HttpClient http, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(limit);
    if (!body.isEmpty()) {
      request
          .header("Content-Type", "application/json")
          .POST(HttpRequest.BodyPublishers.ofString(body));
    }
    HttpResponse<String> response =
        http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() / 100 != 2) {
      throw new IOException(path + " answered " + response.statusCode());
    }
    return JSON.readTree(response.body());
  }
}
