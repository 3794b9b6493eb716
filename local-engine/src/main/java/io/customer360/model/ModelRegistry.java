package io.customer360.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.customer360.fault.WorkbenchException;
import io.customer360.file.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The versions of each model as folders: `churn/v2/model.tribuo`, `scorer.json`, `card.json`, and
/// `churn/current` naming the one in use. A version is written aside and moved into place whole; it
/// never changes afterwards.
final class ModelRegistry {
  private static final String MODEL = "model.tribuo";
  private static final String SCORER = "scorer.json";
  private static final String CARD = "card.json";
  private static final String CURRENT = "current";

  private final Path root;
  private final ObjectMapper json =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  ModelRegistry(Path root) {
    this.root = root;
  }

  /// A registered version, loaded.
  record Registered(ModelCard card, Scorer scorer) {}

  /// What is needed to score beside Tribuo's file, which holds the weights.
  record Beside(
      Preparation preparation,
      Calibration calibration,
      Uncertainty uncertainty,
      List<ReliabilityBin> bins) {}

  /// The number the next version will have: `v4`.
  String nextVersion(String name) {
    int last = versionNumbers(name).stream().mapToInt(Integer::intValue).max().orElse(0);
    return "v" + (last + 1);
  }

  /// Stores a version and puts it into use.
  void register(ModelCard card, TribuoLogistic logistic, Scorer scorer) {
    Path folder = root.resolve(card.name());
    Path place = folder.resolve(card.version());
    Path aside = folder.resolve("." + card.version() + ".next");
    try {
      delete(aside);
      Files.createDirectories(aside);
      Files.write(aside.resolve(MODEL), logistic.bytes());
      Files.writeString(
          aside.resolve(SCORER),
          text(
              new Beside(
                  scorer.preparation(),
                  scorer.calibration(),
                  scorer.uncertainty(),
                  scorer.bins())));
      Files.writeString(aside.resolve(CARD), text(card));
      Files.move(aside, place, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw WorkbenchException.resource(
          "C360-MOD-021", "Cannot write the model to " + place + ": " + e.getMessage(), e);
    }
    use(card.name(), card.version());
  }

  /// Puts a registered version into use.
  void use(String name, String version) {
    Path folder = root.resolve(name);
    if (!Files.isRegularFile(folder.resolve(version).resolve(CARD))) {
      throw WorkbenchException.user(
          "C360-MOD-022",
          "There is no version " + version + " of " + name + ". Known: " + known(name) + ".");
    }
    try {
      AtomicFile.of(folder.resolve(CURRENT)).durable().text(version + "\n");
    } catch (IOException e) {
      throw WorkbenchException.resource(
          "C360-MOD-023", "Cannot write to " + folder + ": " + e.getMessage(), e);
    }
  }

  /// The version in use.
  Optional<String> current(String name) {
    Path file = root.resolve(name).resolve(CURRENT);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    return Optional.of(read(file).strip());
  }

  Optional<Registered> load(String name) {
    return current(name).map(version -> load(name, version));
  }

  Registered load(String name, String version) {
    Path folder = root.resolve(name).resolve(version);
    ModelCard card = card(name, version);
    try {
      Beside beside = json.readValue(read(folder.resolve(SCORER)), Beside.class);
      String[] inputs =
          beside.preparation().inputs().stream()
              .map(Preparation.Input::name)
              .toArray(String[]::new);
      TribuoLogistic logistic =
          TribuoLogistic.read(Files.readAllBytes(folder.resolve(MODEL)), inputs);
      Scorer scorer =
          new Scorer(
              beside.preparation(),
              logistic.weights(),
              logistic.bias(),
              beside.calibration(),
              beside.uncertainty(),
              beside.bins());
      if (!ModelHash.of(scorer, card).equals(card.hash())) {
        throw WorkbenchException.data(
            "C360-MOD-024",
            "Model "
                + name
                + " "
                + version
                + " was changed after it was registered in "
                + folder
                + ". Use another version or train again.");
      }
      return new Registered(card, scorer);
    } catch (IOException e) {
      throw WorkbenchException.data(
          "C360-MOD-025",
          "Model "
              + name
              + " "
              + version
              + " in "
              + folder
              + " cannot be read. Use another"
              + " version or train again.");
    }
  }

  ModelCard card(String name, String version) {
    Path file = root.resolve(name).resolve(version).resolve(CARD);
    try {
      return json.readValue(read(file), ModelCard.class);
    } catch (JsonProcessingException e) {
      throw WorkbenchException.data("C360-MOD-026", "The model card " + file + " cannot be read.");
    }
  }

  List<ModelCard> versions(String name) {
    return versionNumbers(name).stream().map(n -> card(name, "v" + n)).toList();
  }

  private String known(String name) {
    List<String> names = versionNumbers(name).stream().map(n -> "v" + n).toList();
    return names.isEmpty() ? "none" : String.join(", ", names);
  }

  private List<Integer> versionNumbers(String name) {
    Path folder = root.resolve(name);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> inside = Files.list(folder)) {
      return inside
          .filter(path -> Files.isRegularFile(path.resolve(CARD)))
          .map(path -> path.getFileName().toString())
          .filter(file -> file.matches("v[1-9][0-9]{0,8}"))
          .map(file -> Integer.valueOf(file.substring(1)))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw WorkbenchException.resource(
          "C360-MOD-027", "Cannot read " + folder + ": " + e.getMessage(), e);
    }
  }

  private String text(Object value) throws JsonProcessingException {
    return json.writeValueAsString(value).replace("\r\n", "\n") + "\n";
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw WorkbenchException.resource(
          "C360-MOD-028", "Cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
