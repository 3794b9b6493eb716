package io.customer360.studio.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customer360.fault.WorkbenchException;
import io.customer360.studio.count.RandomRules;
import io.customer360.studio.rule.Rule;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentTextTest {
  @Test
  void aTextReadsBackAsTheSameSegment() {
    RandomRules rules = new RandomRules(3);
    for (int i = 0; i < 300; i++) {
      Rule rule =
          Rule.all(
              rules.tree(),
              new Rule.Membership("loyal"),
              new Rule.Expression("length(city) > 4", "no rule"));
      SegmentDefinition segment =
          SegmentDefinition.of("some", "Some: 'title'", "", new SegmentSource.Rules(rule))
              .saved(3, "Maya Holt", Instant.parse("2026-11-20T09:40:00Z"));
      String text = SegmentFiles.text(segment);
      assertThat(SegmentFiles.parse("some", "segments/some.yaml", text))
          .as(text)
          .isEqualTo(segment);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          all: [{field: tier, iss: Gold}] | rule 1: 'iss' is not known here; near it: is
          all: [{any: [{field: tier}]}] | rule 1.1: it needs a comparison
          all: [{fields: tier, is: Gold}] | rule 1: a rule has one of
          all: [{field: a, is: 1, at_least: 2}] | several comparisons: is, at_least
          all: [{events: orders, last_days: soon, at_least: 1}] | last_days is a whole number
          all: [{events: orders, measure: cuont, at_least: 1}] | no measure cuont; near it: count
          all: [{events: orders, measure: sum, at_least: 1}] | sum needs a field
          all: [{events: orders, from: 2026-02-30, to: 2026-03-01, is: 1}] | 2026-02-30
          all: [{events: orders, last_days: 0, is: 1}] | a window is 1 to 36,500 days long
          all: [{consent: marketing, status: maybe}] | given, refused or not_asked
          all: [{sequence: {first: {events: orders}, within_days: 7}}] | then or then_not
          all: {field: tier} | a group holds a list
          all: [{field: tier, between: [1]}] | does not take 1 values
          """)
  void aFaultNamesThePlaceAndWhatIsNear(String rules, String said) {
    assertThatThrownBy(() -> SegmentFiles.rules("quiet.yaml", "{" + rules + "}"))
        .isInstanceOf(WorkbenchException.class)
        .hasMessageStartingWith("quiet.yaml: ")
        .hasMessageContaining(said);
  }

  @Test
  void newerFormatsAndSeveralSourcesAreRefused() {
    assertThatThrownBy(() -> SegmentFiles.parse("a", "segments/a.yaml", "format: 9\nwhere: x"))
        .hasMessageContaining("newer version");
    assertThatThrownBy(
            () -> SegmentFiles.parse("a", "segments/a.yaml", "where: x\nrules: {all: []}"))
        .hasMessageContaining("one of 'rules', 'where' and 'list'");
    assertThatThrownBy(() -> SegmentFiles.parse("a", "segments/a.yaml", "where: [unclosed"))
        .hasMessageContaining("segments/a.yaml line");
  }
}
