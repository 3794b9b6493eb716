package io.customer360.app.command.segment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.customer360.app.command.Terminal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentPurchaseCommandsTest {
  private static final String PURCHASES =
      """
      customer,date,amount,channel
      A,2024-01-10,10,web
      B,2024-01-20,20,store
      A,2024-02-05,5,store
      C,2024-02-07,7,web
      """;

  @TempDir Path folder;

  @Test
  void rfmAndCohortsAsTextJsonAndCsv() throws Exception {
    String file = Files.writeString(folder.resolve("p.csv"), PURCHASES).toString();
    Path out = folder.resolve("out.csv");
    Terminal.Result rfm = Terminal.run("segment", "rfm", file, "--json", "--out", out.toString());
    assertThat(rfm.code()).as(rfm.err()).isZero();
    JsonNode json = new ObjectMapper().readTree(rfm.out());
    assertThat(json.path("customers").asInt()).isEqualTo(3);
    assertThat(json.path("grid")).hasSize(25);
    assertThat(json.path("as_of").asText()).isEqualTo("2024-02-08");
    assertThat(Files.readAllLines(out)).hasSize(4);
    assertThat(Terminal.run("segment", "rfm", file).out())
        .contains("recency 5", "4 of 4 rows used");
    Terminal.Result cohort = Terminal.run("segment", "cohort", file, "--json");
    assertThat(cohort.code()).as(cohort.err()).isZero();
    JsonNode cell =
        new ObjectMapper().readTree(cohort.out()).path("cohorts").path(0).path("cells").path(1);
    assertThat(cell.path("retention").asDouble()).isEqualTo(0.5);
    assertThat(cell.path("interval").path("low").asDouble()).isBetween(0.05, 0.2);
    assertThat(Terminal.run("segment", "cohort", file, "--by", "channel").out())
        .contains("web", "store", "money a customer");
  }

  @Test
  void wrongUseIsSaidInOneLine() throws Exception {
    String file = Files.writeString(folder.resolve("q.csv"), "a,b\n1,2\n").toString();
    for (String command : new String[] {"rfm", "cohort"}) {
      for (String argument : new String[] {file, folder.resolve("absent.csv").toString()}) {
        Terminal.Result result = Terminal.run("segment", command, argument);
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().lines().filter(line -> line.startsWith("workbench: "))).hasSize(1);
        assertThat(result.err()).doesNotContain("Exception");
      }
    }
  }
}
