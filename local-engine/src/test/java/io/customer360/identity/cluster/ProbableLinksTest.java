package io.customer360.identity.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.customer360.identity.PeopleFixture;
import io.customer360.identity.match.PairExplanation;
import io.customer360.identity.read.ExplainedPairs;
import io.customer360.identity.review.ModelView;
import io.customer360.identity.rules.MatchThresholds;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What no rule can tell: people whose records share no identifier, families of one home, and what
/// is left for a person. Three hundred invented people, half of them known twice with slips.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ProbableLinksTest {
  private static final String[] FIRST = {
    "Ada", "Ben", "Chloe", "Dylan", "Esme", "Finn", "Grace", "Hugo", "Isla", "Jonah", "Keira",
    "Liam", "Maya", "Noah", "Orla", "Piers", "Quinn", "Rosa", "Seth", "Tara"
  };
  private static final String[] LAST = {
    "Abbott", "Brennan", "Calder", "Drummond", "Ellsworth", "Farrow", "Galbraith", "Hargreaves",
    "Ingram", "Jessop", "Kavanagh", "Langford", "Maddocks", "Naylor", "Okafor", "Pritchard",
    "Rowntree", "Sedgwick", "Tunnicliffe", "Underwood", "Vaughan", "Wainwright", "Yardley"
  };
  private static final String[] STREETS = {
    "Mill Lane", "Kiln Street", "Heron Way", "Rowan Street", "Tannery Row", "Orchard Garth"
  };

  private PeopleFixture people;

  @BeforeAll
  void resolve() throws Exception {
    people = new PeopleFixture();
    people.sql("create table ops.registry_state (name varchar, fingerprint varchar)");
    Random random = new Random(5);
    for (int i = 0; i < 300; i++) {
      String first = FIRST[random.nextInt(FIRST.length)];
      String last = LAST[random.nextInt(LAST.length)];
      String street = (1 + random.nextInt(140)) + " " + STREETS[random.nextInt(STREETS.length)];
      String post = "LS" + (1 + random.nextInt(20)) + " " + (1 + random.nextInt(9)) + "AB";
      String born =
          "19%02d-%02d-%02d"
              .formatted(40 + random.nextInt(55), 1 + random.nextInt(12), 1 + random.nextInt(28));
      people.person(
          "crm:" + i,
          "first_name",
          first,
          "last_name",
          last,
          "email",
          "crm" + i + "@example.com",
          "birth_date",
          born,
          "address",
          street,
          "postcode",
          post,
          "city",
          "Leeds",
          "created_at",
          "2020-01-01");
      if (i % 2 == 0) {
        people.person(
            "web:" + i,
            "first_name",
            i % 6 == 0 ? first.substring(0, first.length() - 1) : first,
            "last_name",
            i % 10 == 0 ? last.charAt(0) + last : last,
            "email",
            "web" + i + "@example.org",
            "birth_date",
            born,
            "address",
            street,
            "postcode",
            post,
            "city",
            "Leeds",
            "created_at",
            "2021-01-01");
      }
    }
    // A brother and a sister in one home, and one more person of whom only the name is known.
    people
        .person(
            "crm:s1",
            "first_name",
            "Nadia",
            "last_name",
            "Zielinski",
            "birth_date",
            "1991-02-03",
            "address",
            "9 Elm Court",
            "postcode",
            "YO1 7HH",
            "city",
            "York")
        .person(
            "crm:s2",
            "first_name",
            "Tomasz",
            "last_name",
            "Zielinski",
            "birth_date",
            "1994-08-19",
            "address",
            "9 Elm Court",
            "postcode",
            "YO1 7HH",
            "city",
            "York")
        .person("web:n", "first_name", "Nadia", "last_name", "Zielinski");
    people.resolve();
  }

  @AfterAll
  void close() throws Exception {
    people.close();
  }

  @Test
  void mostOfThoseKnownTwiceAreFoundAndNobodyElseIsJoined() throws Exception {
    int found = 0;
    int wrong = 0;
    for (Set<String> records : people.customers().values()) {
      Set<String> persons = new TreeSet<>();
      records.forEach(record -> persons.add(record.substring(record.indexOf(':') + 1)));
      wrong += persons.size() > 1 ? 1 : 0;
      found += records.size() == 2 && persons.size() == 1 ? 1 : 0;
    }
    assertThat(found).isGreaterThan(140);
    assertThat(wrong).isZero();
  }

  @Test
  void aBrotherIsNotHisSister() throws Exception {
    assertThat(people.together("crm:s1", "crm:s2")).isFalse();
  }

  @Test
  void aLinkByWeightBearsTheWeightOfItsPairAndSoDoesItsExplanation() throws Exception {
    List<List<String>> rows =
        people.rows(
            """
            select p.weight, l.weight, l.category, p.left_record, p.right_record, p.reason
            from gold.identity_pair p join gold.identity_link l
              on l.source_person_id in (p.left_record, p.right_record) and l.rule = 'weight'
            where p.state = 'joined' order by all
            """);
    assertThat(rows).hasSizeGreaterThan(100);
    for (List<String> row : rows) {
      assertThat(row.get(1)).isEqualTo(row.get(0));
      assertThat(row.get(2)).isEqualTo("probabilistic");
    }
    for (List<String> row : rows.subList(0, 10)) {
      PairExplanation why =
          new ExplainedPairs(people.connection, MatchThresholds.DEFAULT).of(row.get(3), row.get(4));
      double sum = why.start() + why.bars().stream().mapToDouble(PairExplanation.Bar::weight).sum();
      assertThat(why.weight()).isCloseTo(sum, within(1e-9));
      assertThat(why.weight()).isCloseTo(Double.parseDouble(row.get(0)), within(1e-9));
      assertThat(why.reason()).isEqualTo(row.get(5));
    }
  }

  @Test
  void whatWaitsForAPersonLiesBetweenTheThresholdsOrWasABridge() throws Exception {
    for (List<String> row :
        people.rows("select probability, value from gold.identity_pair where state = 'review'")) {
      assertThat(Double.parseDouble(row.get(0)))
          .isGreaterThanOrEqualTo(MatchThresholds.DEFAULT.reviewFrom() - 1e-6);
      assertThat(Double.parseDouble(row.get(1))).isNotNegative();
    }
  }

  @Test
  void theModelIsKeptForPeople() throws Exception {
    String body =
        people.rows("select body::varchar from gold.identity_model").getFirst().getFirst();
    ModelView view = new ObjectMapper().readValue(body, ModelView.class);
    assertThat(view.records()).isEqualTo(453);
    assertThat(view.comparisons()).extracting(ModelView.Comparison::field).contains("Surname");
    assertThat(view.thresholds())
        .isSortedAccordingTo(
            (a, b) -> Double.compare(b.recall(), a.recall())) // less is found the higher it is
        .allSatisfy(t -> assertThat(t.precision()).isBetween(t.probability() - 1e-9, 1.0));
  }
}
