package io.customer360.studio.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.customer360.governance.Person;
import io.customer360.governance.Role;
import io.customer360.job.Progress;
import io.customer360.lakehouse.Rows;
import io.customer360.studio.count.SmallLake;
import io.customer360.studio.desk.StaticLists;
import io.customer360.studio.rule.Rule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentListsTest {
  private static final Person MAYA = new Person("mh", "Maya Holt", Role.MARKETER);

  @TempDir Path folder;

  private SmallLake lake;
  private SegmentStudio studio;
  private SegmentLists lists;
  private SegmentDefinition list;

  @BeforeEach
  void open() {
    lake = SmallLake.make(folder, 30, 2);
    write("create table gold.identity_link (source_person_id varchar, customer_id varchar)");
    write(
        "insert into gold.identity_link select 'crm:' || customer_id, customer_id"
            + " from gold.customer");
    write("alter table gold.customer add column phone varchar");
    write("alter table gold.customer add column loyalty_id varchar");
    write("update gold.customer set email = null, phone = null");
    write("update gold.customer set email = 'ada@example.org' where customer_id = 'C-0003'");
    write("update gold.customer set phone = '+44 20 7946 0001' where customer_id = 'C-0004'");
    write("update gold.customer set email = 'two@example.org' where customer_id >= 'C-0028'");
    for (String statement : SegmentSchema.statements()) {
      write(statement);
    }
    studio = new SegmentStudio(lake.workspace(), lake.lakehouse());
    lists = new SegmentLists(lake.lakehouse());
    list =
        studio.create(SegmentDefinition.of("guests", "", "", new SegmentSource.StaticList()), MAYA);
  }

  @AfterEach
  void close() {
    lake.close();
  }

  private void write(String sql) {
    lake.lakehouse()
        .write(
            connection -> {
              Rows.run(connection, sql);
              return true;
            });
  }

  @Test
  void entriesAreMatchedThroughIdentityAndTheOthersReported() throws Exception {
    Path file = folder.resolve("guests.csv");
    Files.writeString(
        file,
        "e-mail,name\nADA@example.org,Ada\nc-0001,x\n+44 20 7946 0001\nC-0001\nnobody@x.org\n"
            + "two@example.org\n");
    SegmentLists.Matched matched = lists.add("guests", SegmentLists.read(file));
    assertThat(matched.given()).isEqualTo(6);
    assertThat(matched.customers()).isEqualTo(3);
    // The last belongs to two customers: nobody is guessed.
    assertThat(matched.unmatched()).containsExactly("nobody@x.org", "two@example.org");
    assertThat(members()).containsExactly("C-0001", "C-0003", "C-0004");
    lists.add("guests", List.of("C-0001", "C-0009"));
    lists.remove("guests", List.of("ada@example.org"));
    assertThat(members()).containsExactly("C-0001", "C-0004", "C-0009");
    assertThat(studio.materialize(list, Progress.NONE)).isEqualTo(3);
  }

  @Test
  void aListSurvivesAMerge() {
    lists.add("guests", List.of("C-0005"));
    write("update gold.identity_link set customer_id = 'C-0006' where customer_id = 'C-0005'");
    write("delete from gold.customer where customer_id = 'C-0005'");
    SegmentStudio after = new SegmentStudio(lake.workspace(), lake.lakehouse());
    assertThat(after.counter().ids(after.rule(list), Progress.NONE)).containsExactly("C-0006");
  }

  @Test
  void aListChangesUnderAnOpenStudioWithAVersionEachTime() {
    StaticLists open = new StaticLists(studio, lake.lakehouse(), MAYA);
    StaticLists.Changed made =
        open.add(
            "press-day",
            "Press day",
            StaticLists.entries("C-0001, ada@example.org\nnobody@x.org"),
            Progress.NONE);
    assertThat(made.list().title()).isEqualTo("Press day");
    assertThat(made.members()).isEqualTo(2);
    assertThat(made.matched().unmatched()).containsExactly("nobody@x.org");
    assertThat(count(made.list())).isEqualTo(2);
    StaticLists.Changed less = open.remove("press-day", List.of("C-0001"), Progress.NONE);
    assertThat(less.list().version()).isEqualTo(2);
    assertThat(count(less.list())).isEqualTo(1);
    assertThat(open.all()).extracting(SegmentDefinition::id).contains("guests", "press-day");
    studio.create(
        SegmentDefinition.of(
            "rules", "", "", new SegmentSource.Rules(Rule.all(new Rule.Membership("guests")))),
        MAYA);
    assertThatThrownBy(() -> open.add("rules", "", List.of("C-0001"), Progress.NONE))
        .hasMessageContaining("made of rules");
    assertThatThrownBy(() -> open.add("new", "", List.of("no@x.org"), Progress.NONE))
        .hasMessageContaining("No list was made");
    assertThat(open.all()).extracting(SegmentDefinition::id).doesNotContain("new");
    assertThatThrownBy(() -> open.add("guests", "", List.of(), Progress.NONE))
        .hasMessageContaining("nobody in the text");
  }

  private int count(SegmentDefinition segment) {
    return studio.count(studio.rule(segment), Progress.NONE).customers();
  }

  private List<String> members() {
    Rule rule = studio.rule(list);
    return studio.counter().ids(rule, Progress.NONE);
  }
}
