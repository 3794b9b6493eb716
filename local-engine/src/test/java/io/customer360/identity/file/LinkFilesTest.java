package io.customer360.identity.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.customer360.identity.match.LinkResult;
import io.customer360.identity.match.MatchSettings;
import io.customer360.identity.match.Matcher;
import io.customer360.identity.record.RecordTable;
import io.customer360.job.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a run of two files and of one writes, and how it is measured.
final class LinkFilesTest {
  private static final List<String> COLUMNS =
      List.of("first", "last", "birth_date", "phone", "town");
  @TempDir private Path folder;

  private RecordTable people() throws Exception {
    String text = PeopleFiles.csv(new PeopleFiles().entries(400, 4));
    Path file = Files.writeString(folder.resolve("people.csv"), text);
    return RecordFiles.read(List.of(file), "id", Progress.NONE);
  }

  private static LinkResult link(RecordTable records, double threshold) {
    MatchSettings settings = MatchSettings.DEFAULT.withColumns(COLUMNS).withThreshold(threshold);
    return new Matcher(settings).link(records, Progress.NONE);
  }

  /// No value here has a comma but the list of those between, which is quoted.
  private static String[] fields(String line) {
    return line.replaceAll("\"([^\"]*)\"", "quoted").split(",", -1);
  }

  @Test
  void everyRowSumsToItsWeightAndHasItsOwnProbability() throws Exception {
    RecordTable records = people();
    LinkResult result = link(records, 0.5);
    Path file = folder.resolve("pairs.csv");
    LinkFiles.pairs(file, records, result);
    List<String> lines = Files.readAllLines(file);
    List<String> header = List.of(lines.getFirst().split(",", -1));
    assertThat(header)
        .startsWith(
            "id_l",
            "id_r",
            "probability",
            "weight",
            "link",
            "path_probability",
            "start_weight",
            "first_level")
        .endsWith("one_home_weight");
    int through = 0;
    for (String line : lines.subList(1, lines.size())) {
      String[] row = fields(line);
      double weight = Double.parseDouble(row[3]);
      double sum = 0;
      for (int c = 4; c < row.length; c++) {
        sum += header.get(c).endsWith("_weight") ? Double.parseDouble(row[c]) : 0;
      }
      assertThat(sum).as(line).isCloseTo(weight, within(1e-9));
      double probability = Double.parseDouble(row[2]);
      assertThat(probability).isCloseTo(1 / (1 + Math.pow(2, -weight)), within(1e-9));
      double path = Double.parseDouble(row[5]);
      if (row[4].equals("direct")) {
        assertThat(path).isEqualTo(probability);
        assertThat(probability).isGreaterThanOrEqualTo(0.5 - 1e-6);
      } else {
        assertThat(probability).isLessThan(0.5);
        through++;
      }
    }
    assertThat(through).isPositive();
    assertThat(lines).anyMatch(line -> line.contains(",through r"));
  }

  @Test
  void aChainGoesOverLinksAndIsAsSureAsTheirProduct() throws Exception {
    RecordTable records = people();
    LinkResult result = link(records, 0.5);
    Map<Set<Integer>, Double> own = new HashMap<>();
    result.links().forEach(l -> own.put(Set.of(l.a(), l.b()), l.probability()));
    for (LinkResult.Link link : result.links()) {
      double product = 1;
      int at = link.a();
      for (int next : link.through()) {
        product *= own.get(Set.of(at, next));
        at = next;
      }
      product *= own.get(Set.of(at, link.b()));
      assertThat(link.pathProbability()).isCloseTo(product, within(1e-12));
    }
  }

  @Test
  void theBestThresholdIsTheSameAtEveryThresholdAndNeverWorse() throws Exception {
    RecordTable records = people();
    Truth truth = Truth.ofColumn(records, "person", false, null);
    Set<LinkEvaluation.Best> best = new HashSet<>();
    for (double threshold : new double[] {0.02, 0.5, 0.9, 0.999}) {
      LinkEvaluation figures = LinkEvaluation.of(records, link(records, threshold), truth);
      assertThat(figures.best()).isNotNull();
      assertThat(figures.best().f1()).isGreaterThanOrEqualTo(figures.f1());
      best.add(figures.best());
    }
    assertThat(best).hasSize(1);
    double threshold = best.iterator().next().threshold();
    LinkEvaluation again =
        LinkEvaluation.of(records, link(records, Math.min(0.999999, threshold - 1e-9)), truth);
    assertThat(again.f1()).isCloseTo(best.iterator().next().f1(), within(1e-12));
  }

  @Test
  void aShareOfNothingIsUnknown() throws Exception {
    RecordTable records = people();
    Truth truth = Truth.ofColumn(records, "id", true, "(.*)");
    LinkEvaluation figures = LinkEvaluation.of(records, link(records, 0.5), truth);
    assertThat(figures.truePairs()).isZero();
    assertThat(figures.precision()).isZero();
    assertThat(figures.recall()).isNull();
    assertThat(figures.best()).isNull();
    assertThat(figures.clusters().recall()).isNull();
  }

  @Test
  void theOrderOfTwoFilesChangesNoWeight() throws Exception {
    StringBuilder ours = new StringBuilder("id,first,last,birth_date,phone,town\n");
    StringBuilder theirs = new StringBuilder("nr,Nachname,Vorname,born,Telefon,Ort\n");
    for (PeopleFiles.Entry e : new PeopleFiles().entries(400, 2)) {
      if (e.id().endsWith("x0")) {
        String cells = String.join(",", e.id(), e.first(), e.last(), e.birth(), e.phone());
        ours.append(cells).append(',').append(e.town()).append('\n');
      } else {
        String phone = e.phone().isEmpty() ? "" : "+44 " + e.phone().substring(1);
        String cells = String.join(",", "k" + e.id(), e.last(), e.first(), e.birth(), phone);
        theirs.append(cells).append(',').append(e.town()).append('\n');
      }
    }
    Path one = Files.writeString(folder.resolve("one.csv"), ours);
    Path two = Files.writeString(folder.resolve("two.csv"), theirs);
    Map<String, String> forward = pairs(one, two, "id,nr");
    Map<String, String> backward = pairs(two, one, "nr,id");
    assertThat(forward).hasSizeGreaterThan(100);
    assertThat(forward.keySet()).allMatch(pair -> pair.matches("r\\d+x0 kr\\d+x1"));
    Map<String, String> turned = new HashMap<>();
    backward.forEach(
        (pair, rest) -> {
          String[] ids = pair.split(" ");
          turned.put(ids[1] + " " + ids[0], rest);
        });
    assertThat(turned).isEqualTo(forward);
  }

  private Map<String, String> pairs(Path one, Path two, String id) throws Exception {
    RecordTable records = RecordFiles.read(List.of(one, two), id, Progress.NONE);
    LinkResult result = new Matcher(MatchSettings.DEFAULT).link(records, Progress.NONE);
    Path file = folder.resolve("pairs.csv");
    LinkFiles.pairs(file, records, result);
    LinkFiles.clusters(folder.resolve("clusters.csv"), records, result);
    assertThat(Files.readAllLines(folder.resolve("clusters.csv")).get(1)).startsWith("1,");
    Map<String, String> pairs = new HashMap<>();
    for (String line : Files.readAllLines(file)) {
      String[] cells = line.split(",", 3);
      pairs.put(cells[0] + " " + cells[1], cells[2]);
    }
    pairs.remove("id_l id_r");
    return pairs;
  }
}
