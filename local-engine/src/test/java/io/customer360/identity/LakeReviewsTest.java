package io.customer360.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.customer360.fault.WorkbenchException;
import io.customer360.identity.review.IdentityHealth;
import io.customer360.identity.review.ModelView;
import io.customer360.identity.review.ReviewPair;
import io.customer360.identity.review.ReviewQueue;
import io.customer360.identity.rules.MatchThresholds;
import io.customer360.identity.steward.Judgement;
import io.customer360.identity.steward.JudgementStore;
import io.customer360.identity.steward.Verdict;
import io.customer360.lakehouse.ConnectionFunction;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.workspace.Workspace;
import io.customer360.workspace.WorkspaceSettings;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// What a steward is asked, in what order, and what is left out.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LakeReviewsTest {
  private static final String[] FIRST = {"Ann", "Bob", "Chidi", "Dora", "Ewan", "Fiona", "Gwen"};
  private static final String[] LAST = {"Marsh", "Okafor", "Reid", "Singh", "Probert", "Langford"};

  private PeopleFixture people;
  private Workspace workspace;
  private LakeReviews reviews;

  @BeforeAll
  void resolve(@TempDir Path folder) throws Exception {
    people = new PeopleFixture();
    people.sql("create table ops.registry_state (name varchar, fingerprint varchar)");
    people.sql("alter table silver.order_line add column order_id varchar");
    people.sql("alter table silver.order_line add column revenue decimal(18, 2)");
    people.sql("alter table silver.order_line add column is_return boolean");
    people.sql("alter table silver.order_line add column category varchar");
    people.sql("alter table silver.order_line add column quantity integer");
    people.sql(
        "create table silver.consent (source_person_id varchar, purpose varchar, channel varchar,"
            + " status varchar, recorded_at timestamp)");
    people.sql(
        "create table gold.consent (customer_id varchar, purpose varchar, channel varchar,"
            + " status varchar)");
    Random random = new Random(4);
    for (int i = 0; i < 160; i++) {
      String first = FIRST[random.nextInt(FIRST.length)];
      String last = LAST[random.nextInt(LAST.length)];
      String street = (1 + random.nextInt(40)) + " Mill Lane";
      String born = "19%02d-0%d-1%d".formatted(40 + i % 50, 1 + i % 9, i % 10);
      for (String source : new String[] {"crm", "web"}) {
        boolean slip = source.equals("web") && i % 3 == 0;
        people.person(
            source + ":" + i,
            "first_name",
            slip ? first.substring(0, 1) : first,
            "last_name",
            last,
            "birth_date",
            source.equals("web") && i % 4 == 0 ? "19%02d-11-28".formatted(41 + i % 50) : born,
            "address",
            slip ? "Mill Lane" : street,
            "postcode",
            "LS%d 1AB".formatted(1 + i % 12),
            "city",
            "Leeds");
      }
    }
    people.resolve();
    workspace =
        Workspace.create(
            folder.resolve("r.c360"), WorkspaceSettings.of("r", "GBP", "Europe/London", "data"));
    reviews = new LakeReviews(lake(), workspace);
  }

  @AfterAll
  void close() throws Exception {
    workspace.close();
    people.close();
  }

  /// The fixture's connection as a lake that can be read.
  private Lakehouse lake() {
    return (Lakehouse)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Lakehouse.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("read") && arguments.length == 1) {
                return ((ConnectionFunction<?>) arguments[0]).apply(people.connection);
              }
              throw new AssertionError("called unexpectedly: " + method.getName());
            });
  }

  @Test
  void asksForEachCustomerOnceTheMostRewardingFirst() throws Exception {
    ReviewQueue queue = reviews.queue(1000);
    assertThat(queue.tasks()).hasSizeGreaterThan(3).hasSize((int) queue.waiting());
    assertThat(queue.tasks())
        .isSortedAccordingTo((a, b) -> Double.compare(b.gain(), a.gain()))
        .allSatisfy(task -> assertThat(task.gain()).isPositive());
    assertThat(
            people.rows(
                """
                select l.customer_id, r.customer_id from gold.identity_pair p
                join gold.identity_link l on l.source_person_id = p.left_record
                join gold.identity_link r on r.source_person_id = p.right_record
                where p.state in ('review', 'rival')
                """))
        .doesNotHaveDuplicates();
    assertThat(reviews.queue(2).tasks()).isEqualTo(queue.tasks().subList(0, 2));
  }

  @Test
  void aPairShowsBarsThatSumToItsWeightInWhicheverOrderItIsAskedFor() {
    ReviewQueue.Task task = reviews.queue(1).tasks().getFirst();
    ReviewPair pair = reviews.pair(task.right(), task.left());
    assertThat(pair.left().record()).isEqualTo(task.left());
    assertThat(pair.probability()).isCloseTo(task.probability(), within(1e-9));
    assertThat(pair.weights().stream().mapToDouble(ReviewPair.Weight::bits).sum())
        .isCloseTo(pair.totalBits(), within(1e-9));
    assertThat(pair.fields()).extracting(ReviewPair.Field::label).contains("Given name", "Surname");
    assertThat(pair.sentence()).endsWith(".");
    assertThat(pair.wouldChange()).endsWith(".");
    assertThat(pair.together()).isFalse();
  }

  @Test
  void aRecordThatDoesNotExistIsNamed() {
    assertThatThrownBy(() -> reviews.pair("crm:1", "crm:none"))
        .isInstanceOf(WorkbenchException.class)
        .hasMessageContaining("crm:none");
    assertThatThrownBy(() -> reviews.pair("crm:1", "crm:1"))
        .isInstanceOf(WorkbenchException.class)
        .hasMessageContaining("needs two records");
  }

  @Test
  void aJudgedPairIsAskedNoMoreUntilItIsTakenBack() throws Exception {
    ReviewQueue before = reviews.queue(1000);
    ReviewQueue.Task task = before.tasks().getLast();
    long number =
        JudgementStore.add(
                people.connection,
                Judgement.Kind.REVIEW,
                List.of(new Judgement.Pair(task.left(), task.right(), Verdict.UNSURE)),
                "mh",
                Instant.EPOCH,
                "")
            .number();
    assertThat(reviews.queue(1000).tasks()).hasSize(before.tasks().size() - 1).doesNotContain(task);
    assertThat(reviews.queue(1).judged()).isEqualTo(before.judged() + 1);
    JudgementStore.undo(people.connection, number, Instant.EPOCH);
    assertThat(reviews.queue(1000)).isEqualTo(before);
  }

  @Test
  void theModelSaysHowManyStandAloneAndHowTheOthersAreLinked() {
    ModelView model = reviews.model();
    assertThat(model.records()).isEqualTo(320);
    assertThat(model.teaching()).isNull();
  }

  @Test
  void healthIsCountedFromTheTablesOfTheResolution() throws Exception {
    IdentityHealth health = reviews.health();
    long customers =
        Long.parseLong(one("select count(distinct customer_id) from gold.identity_link"));
    assertThat(health.records()).isEqualTo(320);
    assertThat(health.customers()).isEqualTo(customers);
    assertThat(health.links().stream().mapToLong(IdentityHealth.Share::count).sum()).isEqualTo(320);
    assertThat(health.sizes().stream().mapToLong(IdentityHealth.Share::count).sum())
        .isEqualTo(customers);
    assertThat(health.sources())
        .extracting(IdentityHealth.Source::source, IdentityHealth.Source::records)
        .containsExactly(tuple("crm", 160L), tuple("web", 160L));
    long alone = health.sources().stream().mapToLong(IdentityHealth.Source::alone).sum();
    assertThat(health.linkRate()).isCloseTo(1 - alone / 320.0, within(1e-12)).isPositive();
    // nobody has an identifier here, so what is one is one by weight or through others
    assertThat(health.ties().deterministic()).isZero();
    assertThat(health.ties().probabilistic()).isEqualTo(320 - customers);
    assertThat(health.queue().waiting()).isEqualTo(reviews.queue(1).waiting());
    assertThat(health.expected()).isNotNull();
    assertThat(health.expected().threshold()).isEqualTo(MatchThresholds.DEFAULT.mergeFrom());
    assertThat(health.expected().precision()).isBetween(0.95, 1.0);
    assertThat(health).isEqualTo(reviews.model().health());
  }

  private String one(String query) throws Exception {
    return people.rows(query).getFirst().getFirst();
  }
}
