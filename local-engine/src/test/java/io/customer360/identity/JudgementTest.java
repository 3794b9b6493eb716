package io.customer360.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.identity.steward.Judgement;
import io.customer360.identity.steward.Judgement.Pair;
import io.customer360.identity.steward.JudgementStore;
import io.customer360.identity.steward.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What people say of records stands above every rule, and is gone without a trace when taken back.
final class JudgementTest {
  private PeopleFixture people;

  @BeforeEach
  void open() throws Exception {
    people = new PeopleFixture();
    people.sql("create table ops.registry_state (name varchar, fingerprint varchar)");
  }

  @AfterEach
  void close() throws Exception {
    people.close();
  }

  private long say(Judgement.Kind kind, Pair... pairs) throws Exception {
    return JudgementStore.add(people.connection, kind, List.of(pairs), "mh", Instant.EPOCH, "seen")
        .number();
  }

  private static Pair pair(String left, String right, Verdict verdict) {
    return new Pair(left, right, verdict);
  }

  @Test
  void aMatchJoinsWhatNoRuleWouldAndSaysWho() throws Exception {
    people
        .person("crm:1", "first_name", "Chidi", "last_name", "Okafor", "birth_date", "1982-07-03")
        .person("pos:9", "first_name", "C", "last_name", "Okafor", "birth_date", "1990-01-12");
    people.resolve();
    assertThat(people.together("crm:1", "pos:9")).isFalse();

    long number = say(Judgement.Kind.REVIEW, pair("pos:9", "crm:1", Verdict.MATCH));
    people.resolve();
    assertThat(people.together("crm:1", "pos:9")).isTrue();
    assertThat(
            people.rows(
                "select rule, category from gold.identity_link where matched_with is not null"))
        .containsExactly(List.of("a person", "judged"));

    JudgementStore.undo(people.connection, number, Instant.EPOCH);
    people.resolve();
    assertThat(people.together("crm:1", "pos:9")).isFalse();
  }

  @Test
  void apartStandsAgainstEveryIdentifierAndEveryWayAround() throws Exception {
    people
        .person("crm:1", "first_name", "Ann", "last_name", "Reid", "email", "ann@x.org")
        .person("web:2", "first_name", "Ann", "last_name", "Reid", "email", "ann@x.org")
        .person(
            "pos:3",
            "first_name",
            "Ann",
            "last_name",
            "Reid",
            "email",
            "ann@x.org",
            "loyalty_id",
            "AP-1")
        .person("loy:4", "first_name", "Ann", "last_name", "Reid", "loyalty_id", "AP-1");
    say(
        Judgement.Kind.REVIEW,
        pair("crm:1", "pos:3", Verdict.NOT_A_MATCH),
        pair("crm:1", "loy:4", Verdict.NOT_A_MATCH));
    people.resolve();
    assertThat(people.together("pos:3", "loy:4")).isTrue();
    assertThat(people.together("crm:1", "pos:3")).isFalse();
    assertThat(people.together("crm:1", "loy:4")).isFalse();
  }

  @Test
  void ofTwoVerdictsOnAPairTheLaterCountsAndUnsureChangesNothing() throws Exception {
    people
        .person("a:1", "full_name", "Jo Hart", "email", "jo@x.org")
        .person("b:2", "full_name", "Jo Hart", "email", "jo@x.org");
    say(Judgement.Kind.REVIEW, pair("a:1", "b:2", Verdict.NOT_A_MATCH));
    people.resolve();
    assertThat(people.together("a:1", "b:2")).isFalse();
    long second = say(Judgement.Kind.REVIEW, pair("b:2", "a:1", Verdict.MATCH));
    people.resolve();
    assertThat(people.together("a:1", "b:2")).isTrue();
    JudgementStore.undo(people.connection, second, Instant.EPOCH);
    people.resolve();
    assertThat(people.together("a:1", "b:2")).isFalse();
    say(Judgement.Kind.REVIEW, pair("a:1", "b:2", Verdict.UNSURE));
    people.resolve();
    assertThat(people.together("a:1", "b:2")).isTrue();
  }

  @Test
  void anUndoneMergeGivesBothTheirIdsAndRecordsBack() throws Exception {
    people
        .person("a:1", "full_name", "Mary Bell", "email", "mary@x.org", "created_at", "2020-01-01")
        .person(
            "b:2", "full_name", "Maria Bell", "email", "maria@y.org", "created_at", "2021-01-01")
        .person(
            "c:3", "full_name", "Maria Bell", "email", "maria@y.org", "created_at", "2022-01-01");
    people.resolve();
    Map<String, TreeSet<String>> before = people.customers();
    List<List<String>> fields = people.rows("select * from gold.golden_field order by all");
    assertThat(before).hasSize(2);

    long merge = say(Judgement.Kind.MERGE, pair("a:1", "b:2", Verdict.MATCH));
    people.resolve();
    assertThat(people.customers()).hasSize(1);
    JudgementStore.undo(people.connection, merge, Instant.EPOCH);
    people.resolve();
    assertThat(people.customers()).isEqualTo(before);
    assertThat(people.rows("select * from gold.golden_field order by all")).isEqualTo(fields);
  }

  @Test
  void aRecordThatIsGoneTakesItsJudgementWithIt() throws Exception {
    people.person("a:1", "full_name", "Jo Hart").person("b:2", "full_name", "J Hart");
    say(Judgement.Kind.REVIEW, pair("a:1", "b:2", Verdict.MATCH));
    people.forget("b:2");
    people.resolve();
    assertThat(people.customers()).hasSize(1);
  }

  /// Whatever is said, in whatever order: nobody who was said to be two is one.
  @Test
  void noOrderOfJudgementsEverJoinsWhatIsApart() throws Exception {
    Random random = new Random(7);
    for (int i = 0; i < 24; i++) {
      people.person(
          "s:" + i, "full_name", "Kim Lee", "email", "kim" + random.nextInt(6) + "@x.org");
    }
    for (int round = 0; round < 5; round++) {
      List<Pair> pairs = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        int a = random.nextInt(24);
        int b = (a + 1 + random.nextInt(23)) % 24;
        pairs.add(
            pair("s:" + a, "s:" + b, random.nextBoolean() ? Verdict.MATCH : Verdict.NOT_A_MATCH));
      }
      say(Judgement.Kind.REVIEW, pairs.toArray(Pair[]::new));
      people.resolve();
      for (Pair said : JudgementStore.inForce(people.connection)) {
        if (said.verdict() == Verdict.NOT_A_MATCH) {
          assertThat(people.together(said.left(), said.right())).as("%s", said).isFalse();
        }
      }
    }
  }
}
