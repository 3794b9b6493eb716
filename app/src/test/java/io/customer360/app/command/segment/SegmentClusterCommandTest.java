package io.customer360.app.command.segment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.customer360.app.command.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentClusterCommandTest {
  @TempDir Path folder;

  /// Four clusters in income and spending, an id, a text, a constant and some gaps.
  private Path customers(int rows) throws IOException {
    SplittableRandom random = new SplittableRandom(4);
    StringBuilder text = new StringBuilder("customer_id,city,income,spending,country_code\n");
    for (int i = 0; i < rows; i++) {
      text.append(
          String.format(
              Locale.ROOT,
              "K%04d,Leeds,%s,%.2f,44%n",
              i,
              i % 50 == 7
                  ? "NaN"
                  : String.format(
                      Locale.ROOT, "%.2f", 20 + 60 * (i % 2) + 5 * random.nextGaussian()),
              30 + 50 * (i / 2 % 2) + 5 * random.nextGaussian()));
    }
    return Files.writeString(folder.resolve("customers.csv"), text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"kmeans", "dbscan", "hdbscan", "hierarchical", "gmm"})
  void everyAlgorithmKeepsTheContract(String algorithm) throws Exception {
    Path out = folder.resolve("labels.csv");
    Terminal.Result result =
        Terminal.run(
            "segment",
            "cluster",
            customers(400).toString(),
            "--algorithm",
            algorithm,
            "--k",
            "4",
            "--eps",
            "0.4",
            "--min-cluster-size",
            "20",
            "--seed",
            "3",
            "--out",
            out.toString(),
            "--json");
    assertThat(result.code()).as(result.err()).isZero();
    JsonNode json = new ObjectMapper().readTree(result.out());
    assertThat(json.path("algorithm").asText()).isEqualTo(algorithm);
    assertThat(json.path("n").asInt()).isEqualTo(400);
    assertThat(json.path("d").asInt()).isEqualTo(2);
    assertThat(json.path("k").asInt()).isEqualTo(4);
    assertThat(json.path("inertia").asDouble()).isPositive();
    assertThat(json.path("silhouette").asDouble()).isBetween(0.6, 1.0);
    assertThat(json.path("davies_bouldin").asDouble()).isBetween(0.05, 0.8);
    assertThat(json.path("sizes")).hasSize(4);
    for (String phase : List.of("load", "cluster", "quality", "total")) {
      assertThat(json.path("seconds").path(phase).asDouble()).isPositive();
    }
    assertThat(json.path("peak_mb").isNumber()).isTrue();
    assertThat(json.path("seed").asLong()).isEqualTo(3);
    assertThat(json.path("silhouette_sample").path("method").asText()).contains("exact");
    assertThat(json.path("stability").path("adjusted_rand").asDouble()).isGreaterThan(0.8);
    assertThat(json.path("preparation").get(0).path("words").asText()).contains("8 gaps");
    assertThat(json.path("left_out").toString()).contains("city").contains("country_code");
    assertThat(json.path("clusters").get(0).path("recall").asDouble()).isGreaterThan(0.8);
    List<String> lines = Files.readAllLines(out);
    assertThat(lines).hasSize(401);
    assertThat(lines.get(0)).matches("customer_id,cluster,(distance|membership)");
    assertThat(lines.get(1)).matches("K0000,-?\\d,\\d*(\\.\\d+)?");
  }

  @Test
  void autoSuggestsTheNumberAndSaysWhy() throws Exception {
    Terminal.Result result =
        Terminal.run("segment", "cluster", customers(400).toString(), "--k", "auto");
    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.out())
        .contains("4 clusters by kmeans")
        .contains("k = 4: ")
        .contains("income")
        .contains("what defines it")
        .contains("seed        7")
        .doesNotContain("WARNING");
    assertThat(result.err()).doesNotContain("Exception");
  }

  @Test
  void knownGroupsAreComparedAndNoFeature() throws Exception {
    StringBuilder text = new StringBuilder("channel,x,y\n");
    for (int i = 0; i < 60; i++) {
      text.append(i % 2 + 1).append(',').append(i % 2 * 50 + i % 7).append(',').append(i % 5);
      text.append('\n');
    }
    String file = file("groups.csv", text.toString());
    Terminal.Result result =
        Terminal.run("segment", "cluster", file, "--k", "2", "--truth", "channel", "--json");
    assertThat(result.code()).as(result.err()).isZero();
    JsonNode json = new ObjectMapper().readTree(result.out());
    assertThat(json.path("columns").toString()).isEqualTo("[\"x\",\"y\"]");
    assertThat(json.path("truth").path("adjusted_rand").asDouble()).isEqualTo(1);
    assertThat(json.path("truth").path("groups").asInt()).isEqualTo(2);
    plain("no such", "--truth", "nothing", file, "no column nothing");
  }

  @Test
  void wrongUseAndBadDataAreOnePlainLineAndExitTwo() throws Exception {
    String file = customers(60).toString();
    plain("64 rows", "--k", "64", file("one.csv", "a\n" + "1\n2\n".repeat(32)), "only 2");
    plain("k", "--k", "61", file, "Cannot make 61 clusters of 60 rows");
    plain("k", "--k", "0", file, "--k is auto");
    plain("k", "--k", "many", file, "--k is auto");
    plain("text", "--columns", "city,income", file, "city");
    plain("absent", "--columns", "wage", file, "no column wage");
    plain("same", "--k", "2", file("same.csv", "a,b\n" + "3,4\n".repeat(30)), "the same");
    plain("one", "--k", "1", file("row.csv", "a,b\n3,4\n"), "one row");
    plain("empty", "--k", "1", file("empty.csv", ""), "empty");
    plain("id", "--columns", "id,b", file("id.csv", "id,b\n3,4\n5,5\n9,1\n"), "id");
    plain("folder", "--out", folder.resolve("no/labels.csv").toString(), file, "folder");
    plain("eps", "--eps", "-1", file, "--eps");
    Terminal.Result kept = Terminal.run("segment", "cluster", file, "--k", "2", "--save", "mine");
    assertThat(kept.code()).isEqualTo(2);
    assertThat(kept.err()).contains("--save keeps clusterings of --features");
    Terminal.Result nothing = Terminal.run("segment", "cluster");
    assertThat(nothing.code()).isEqualTo(2);
    assertThat(nothing.err()).contains("--features SET");
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private static void plain(String why, String option, String value, String file, String part) {
    Terminal.Result result = Terminal.run("segment", "cluster", file, option, value);
    assertThat(result.code()).as(why + result.err()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    List<String> said =
        result.err().lines().filter(line -> line.startsWith("workbench: ")).toList();
    assertThat(said).as(result.err()).hasSize(1);
    assertThat(said.getFirst()).contains(part);
    assertThat(result.err()).doesNotContain("Exception").doesNotContain("\tat ");
  }
}
