package io.customer360.identity.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.identity.PeopleFixture;
import io.customer360.identity.rules.IdentifierKind;
import io.customer360.identity.rules.IdentityRules;
import io.customer360.identity.rules.Protections;
import io.customer360.identity.steward.Judgement;
import io.customer360.identity.steward.JudgementStore;
import io.customer360.identity.steward.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// To resolve those whom a change reaches gives what resolving everybody by the same model gives,
/// whatever came, went, changed or was said.
final class ReachedPeopleTest {
  private static final String[] FIRST = {
    "Ann", "Bob", "Chidi", "Dora", "Ewan", "Fiona", "Gwen", "Hamza", "Imran", "Jill"
  };
  private static final String[] LAST = {
    "Marsh", "Okafor", "Reid", "Singh", "Zielinski", "Fairclough", "Galbraith", "Probert"
  };
  /// Keys of a version that is gone may stay for a while; they name nobody.
  private static final String LIVE_KEYS =
      """
      (select distinct b.* from gold.identity_block b
        join gold.identity_index i on b.version = (i.version & 4294967295)::uinteger)
      """;

  private static final List<String> WHO =
      List.of(
          "gold.identity_link",
          "gold.identity_pair",
          "gold.identity_index",
          LIVE_KEYS,
          "gold.identity_record",
          "gold.blocked_identifier",
          "ops.customer_registry");
  private static final List<String> ALL =
      Stream.concat(WHO.stream(), Stream.of("gold.golden_field")).toList();

  private final Map<String, Map<String, String>> world = new LinkedHashMap<>();

  private void born(Random random, String id) {
    int person = random.nextInt(90);
    Random who = new Random(person);
    Map<String, String> row = new LinkedHashMap<>();
    String first = FIRST[who.nextInt(FIRST.length)];
    String last = LAST[who.nextInt(LAST.length)];
    String birth = "19%02d-%02d-%02d".formatted(40 + who.nextInt(50), 1 + who.nextInt(12), 7);
    row.put("first_name", random.nextInt(8) == 0 ? first.substring(0, 1) : first);
    row.put("last_name", random.nextInt(8) == 0 ? last.replaceFirst("a", "") : last);
    row.put(
        "email", random.nextInt(3) == 0 ? person / 2 + "@x.org" : id.replace(":", "") + "@y.org");
    row.put("phone", random.nextInt(2) == 0 ? "+4477009%05d".formatted(person / 3) : null);
    row.put("birth_date", random.nextInt(3) == 0 ? null : birth);
    row.put("address", random.nextInt(3) == 0 ? null : (person / 4) + " Mill Lane");
    row.put("postcode", "LS%d %dAB".formatted(1 + person % 9, person % 7));
    row.put("city", "Leeds");
    row.put("loyalty_id", random.nextInt(6) == 0 ? "AP-%d".formatted(person / 2) : null);
    row.put("created_at", "20%02d-01-%02d".formatted(10 + random.nextInt(15), 1 + person % 28));
    world.put(id, row);
  }

  private void put(PeopleFixture people) {
    world.keySet().forEach(people::forget);
    world.forEach(
        (id, row) -> {
          List<String> pairs = new ArrayList<>();
          row.forEach(
              (column, value) -> {
                if (value != null) {
                  pairs.add(column);
                  pairs.add(value);
                }
              });
          // a record's line in its file does not depend on who else is there
          pairs.add("_line");
          pairs.add("1");
          people.person(id, pairs.toArray(String[]::new));
        });
  }

  /// Nobody is limited, then everything is.
  static Stream<IdentityRules> rules() {
    Protections all =
        Protections.DEFAULT
            .withLimit(IdentifierKind.PHONE, Optional.of(1))
            .withLimit(IdentifierKind.EMAIL, Optional.of(2))
            .withShared(IdentifierKind.EMAIL, 1)
            .block(IdentifierKind.PHONE, "+447700900003")
            .withMostRecords(3)
            .withPriority(List.of(IdentifierKind.PHONE));
    return Stream.of(IdentityRules.DEFAULT, IdentityRules.DEFAULT.with(all));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void givesWhatEverybodyGives(IdentityRules rules) throws Exception {
    Random random = new Random(1);
    for (int i = 0; i < 200; i++) {
      born(random, "crm:" + i);
    }
    try (PeopleFixture people = new PeopleFixture()) {
      people.rules(rules);
      people.sql("create table ops.registry_state (name varchar, fingerprint varchar)");
      put(people);
      people.load(null);
      assertThat(people.resolve(Resolution.Scope.LEAST, true).kind())
          .isEqualTo(ResolutionRun.Kind.LEARNED);
      whoComesNewTouchesOnlyThoseItReaches(people);
      int next = 1000;
      for (int round = 0; round < 2; round++) {
        List<String> ids = new ArrayList<>(world.keySet());
        for (int i = 0; i < 4; i++) {
          String gone = ids.get(random.nextInt(ids.size()));
          world.remove(gone);
          people.forget(gone);
          born(random, ids.get(random.nextInt(ids.size())));
          born(random, "web:" + next++);
        }
        ids = new ArrayList<>(world.keySet());
        say(
            people,
            ids.get(random.nextInt(ids.size())),
            ids.get(random.nextInt(ids.size())),
            round);
        put(people);
        people.load(random);

        // Golden fields take most of the time; once will do.
        boolean fields = round == 0;
        List<String> tables = fields ? ALL : WHO;
        people.sql("begin transaction");
        ResolutionRun whole = people.resolve(Resolution.Scope.ALL, fields);
        Map<String, List<List<String>>> expected = tables(people, tables);
        people.sql("rollback");
        ResolutionRun run = people.resolve(Resolution.Scope.LEAST, fields);

        assertThat(whole.kind()).isEqualTo(ResolutionRun.Kind.ALL);
        assertThat(run.kind()).isEqualTo(ResolutionRun.Kind.REACHED);
        assertThat(run.reached()).isBetween(5L, whole.records());
        assertThat(tables(people, tables)).isEqualTo(expected);
      }
      keysOfNobodyAreSweptOutOnceThereAreMany(people);
    }
  }

  private static void keysOfNobodyAreSweptOutOnceThereAreMany(PeopleFixture people)
      throws Exception {
    String all = "gold.identity_block";
    int live = people.rows("from " + LIVE_KEYS).size();
    List<List<String>> known = people.rows("select distinct * from " + all);
    assertThat(known.size()).isGreaterThan(live);
    IndexTable.sweep(people.connection, 0, 19, 200);
    assertThat(people.rows("select distinct * from " + all)).hasSameSizeAs(known);
    IndexTable.sweep(people.connection, 15, 5, 200);
    assertThat(people.rows("select distinct * from " + all)).hasSize(live);
    assertThat(RunLog.goneSince(people.connection)).isPositive();
  }

  private static void say(PeopleFixture people, String left, String right, int round)
      throws Exception {
    if (round == 1) {
      JudgementStore.undo(people.connection, 1, Instant.EPOCH);
    } else if (!left.equals(right)) {
      JudgementStore.add(
          people.connection,
          Judgement.Kind.REVIEW,
          List.of(
              new Judgement.Pair(
                  left, right, round % 2 == 0 ? Verdict.MATCH : Verdict.NOT_A_MATCH)),
          "mh",
          Instant.EPOCH,
          "seen");
    }
  }

  private static Map<String, List<List<String>>> tables(PeopleFixture people, List<String> names)
      throws Exception {
    Map<String, List<List<String>>> tables = new LinkedHashMap<>();
    for (String table : names) {
      tables.put(table, people.rows("select * from " + table + " order by all"));
    }
    return tables;
  }

  private void whoComesNewTouchesOnlyThoseItReaches(PeopleFixture people) throws Exception {
    people.person(
        "web:new", "first_name", "Wilhelmina", "last_name", "Quaglia", "email", "wq@z.net");
    people.load(null);

    ResolutionRun run = people.resolve(Resolution.Scope.LEAST, true);

    assertThat(run.kind()).isEqualTo(ResolutionRun.Kind.REACHED);
    assertThat(run.fresh()).isEqualTo(1);
    assertThat(run.reached()).isEqualTo(1);
    assertThat(run.created()).isEqualTo(1);
    assertThat(run.grown() + run.joined() + run.split() + run.changed() + run.gone()).isZero();
  }
}
