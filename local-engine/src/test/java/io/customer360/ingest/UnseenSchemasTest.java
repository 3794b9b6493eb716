package io.customer360.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Mapping suggestions on files of other systems, 84 that were worked on and 28 that were not: what
/// share of the columns a person would map is suggested right at first, a column suggested where
/// none belongs counting as wrong, and whether what is said to be sure is right.
class UnseenSchemasTest {
  @TempDir Path folder;
  private IngestFixture lake;

  @BeforeEach
  void open() {
    lake = IngestFixture.create(folder);
  }

  @AfterEach
  void close() {
    lake.close();
  }

  @Test
  void mostColumnsOfUnseenFilesAreSuggestedRight() throws Exception {
    judge("unseen-schemas.yaml", 0.97, 82);
  }

  /// Judged once, 249 of 257 columns right (97 %) and every dataset, and not worked on.
  @Test
  void mostColumnsOfHeldOutFilesAreSuggestedRight() throws Exception {
    judge("held-out-schemas.yaml", 0.93, 28);
  }

  private void judge(String schemas, double least, int datasets) throws Exception {
    List<SuggestionJudge.Outcome> outcomes;
    try (InputStream in = getClass().getResourceAsStream(schemas)) {
      outcomes = new SuggestionJudge(lake).judge(Objects.requireNonNull(in));
    }
    List<SuggestionJudge.Column> columns =
        outcomes.stream().flatMap(outcome -> outcome.columns().stream()).toList();
    assertThat(right(columns, 0)).as("%s", outcomes).isGreaterThan(least);
    assertThat(right(columns, 0.9)).as("of the sure ones: %s", outcomes).isGreaterThan(0.97);
    assertThat(outcomes.stream().filter(SuggestionJudge.Outcome::dataset).count())
        .as("datasets: %s", outcomes)
        .isGreaterThanOrEqualTo(datasets);
  }

  /// The share that is right of the columns suggested with at least this confidence.
  private static double right(List<SuggestionJudge.Column> columns, double sure) {
    List<SuggestionJudge.Column> of =
        columns.stream().filter(column -> column.confidence() >= sure).toList();
    return of.stream().filter(SuggestionJudge.Column::right).count() / (double) of.size();
  }
}
