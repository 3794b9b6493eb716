package io.customer360.studio.count;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.job.Progress;
import io.customer360.lakehouse.Rows;
import io.customer360.studio.field.FieldCatalog;
import io.customer360.studio.field.RuleCheck;
import io.customer360.studio.rule.Normal;
import io.customer360.studio.rule.Rule;
import io.customer360.studio.sql.ParsedRule;
import io.customer360.studio.sql.RuleParser;
import io.customer360.studio.sql.RuleSql;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// A tree, its SQL and a slow evaluation say the same, whatever the tree.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwinTest {
  private static final int TREES = 150;

  @TempDir static Path folder;

  private SmallLake lake;
  private FieldCatalog catalog;
  private RuleSql sql;

  @BeforeAll
  void open() {
    lake = SmallLake.make(folder, 150, 11);
    catalog = lake.lakehouse().read(FieldCatalog::read);
    sql = new RuleSql(catalog, SmallLake.ZONE);
  }

  @AfterAll
  void close() {
    lake.close();
  }

  @Test
  void sqlReadsBackAsTheSameTree() {
    RandomRules rules = new RandomRules(5);
    lake.lakehouse()
        .read(
            connection -> {
              RuleParser parser = new RuleParser(connection, catalog, SmallLake.ZONE);
              for (int i = 0; i < TREES; i++) {
                Rule rule = rules.tree();
                String text = sql.statement(rule);
                ParsedRule parsed = parser.parse(text);
                assertThat(parsed.unshown()).as(text).isEmpty();
                assertThat(parsed.rule()).as(text).isEqualTo(Normal.of(rule));
                assertThat(sql.statement(parsed.rule())).isEqualTo(text);
              }
              return true;
            });
  }

  @Test
  void countingSqlAndSlowEvaluationAgree() {
    RandomRules rules = new RandomRules(6);
    Counter counter = new Counter(lake.lakehouse(), SmallLake.ZONE);
    RuleCheck check = new RuleCheck(catalog, Set.of());
    lake.lakehouse()
        .read(
            connection -> {
              BruteForce slow = new BruteForce(connection);
              int some = 0;
              for (int i = 0; i < TREES; i++) {
                Rule rule = rules.tree();
                check.check(rule);
                TreeSet<String> expected = slow.members(rule);
                assertThat(new TreeSet<>(counter.ids(rule, Progress.NONE)))
                    .as("in memory: %s", rule)
                    .isEqualTo(expected);
                String text = sql.runnable(rule, SmallLake.AS_OF);
                assertThat(new TreeSet<>(Rows.list(connection, text, row -> row.getString(1))))
                    .as(text)
                    .isEqualTo(expected);
                assertThat(counter.count(rule, Progress.NONE).customers())
                    .isEqualTo(expected.size());
                some += expected.isEmpty() || expected.size() == 150 ? 0 : 1;
              }
              assertThat(some).as("trees that tell customers apart").isGreaterThan(TREES / 2);
              return true;
            });
  }
}
