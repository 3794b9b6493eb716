package io.customer360.studio.ui.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.studio.count.SmallLake;
import io.customer360.studio.rule.Comparison;
import io.customer360.studio.rule.Operator;
import io.customer360.studio.rule.Rule;
import io.customer360.studio.segment.SegmentDefinition;
import io.customer360.studio.segment.SegmentStudio;
import io.customer360.studio.ui.StudioLake;
import io.customer360.ui.job.Fault;
import io.customer360.ui.job.FxJobs;
import io.customer360.ui.job.Load;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftModelTest {
  private static final Rule LEEDS = new Rule.Attribute("city", Comparison.is("Leeds"));

  @TempDir static Path folder;

  private static SmallLake lake;
  private static SegmentStudio studio;
  private DraftModel model;

  @BeforeAll
  static void makeLake() {
    lake = StudioLake.make(folder);
    studio = new SegmentStudio(lake.workspace(), lake.lakehouse());
  }

  @AfterAll
  static void closeLake() {
    lake.close();
  }

  @BeforeEach
  void open() {
    model = new DraftModel(studio, StudioLake.person(), FxJobs.sameThread());
    model.begin("Leeds and more", Rule.EVERYONE);
  }

  @AfterEach
  void close() {
    model.close();
  }

  private static Rule orders(int atLeast) {
    return new Rule.Attribute("orders", Comparison.of(Operator.AT_LEAST, atLeast));
  }

  private int customers() {
    DraftModel.Counted now = model.counted().get().value();
    return now == null ? -1 : now.count().customers();
  }

  @Test
  void everyChangeIsCountedWithItsSqlAndPeople() {
    assertThat(customers()).isEqualTo(240);
    model.change(Rule.all(LEEDS), "1");
    int leeds = customers();
    assertThat(leeds).isPositive().isLessThan(240);
    assertThat(model.counted().get().value().sql()).contains("'Leeds'");
    assertThat(model.people().get().value()).hasSize(Math.min(10, leeds));
    assertThat(model.people().get().value()).allMatch(one -> "Leeds".equals(one.city()));
    assertThat(model.selected()).isEqualTo("1");
  }

  @Test
  void whatWasNotSavedCanBeBroughtBack() {
    model.change(Rule.all(LEEDS), "1");
    model.begin("Something else", Rule.EVERYONE);
    DraftModel.Left left = model.left().orElseThrow();
    assertThat(left.head().title()).isEqualTo("Leeds and more");
    model.bringBack(left);
    assertThat(model.rule().get()).isEqualTo(Rule.all(LEEDS));
    assertThat(model.head().get().title()).isEqualTo("Leeds and more");
    assertThat(model.changed().get()).isTrue();
    assertThat(model.left()).isEmpty();
  }

  @Test
  void nothingIsLeftBehindWhereNothingWasChanged() {
    model.begin("Something else", Rule.EVERYONE);
    assertThat(model.left()).isEmpty();
  }

  @Test
  void changesToASavedSegmentAreBroughtBackAsItsNextVersion() {
    SegmentDefinition saved =
        studio.create(
            SegmentDefinition.of(
                "kept",
                "Kept",
                "",
                new io.customer360.studio.segment.SegmentSource.Rules(Rule.all(LEEDS))),
            StudioLake.person());
    model.open(saved);
    model.change(Rule.all(LEEDS, orders(1)), "2");
    model.open(saved);
    assertThat(model.rule().get()).isEqualTo(Rule.all(LEEDS));
    assertThat(model.changed().get()).isFalse();
    model.bringBack(model.left().orElseThrow());
    assertThat(model.rule().get()).isEqualTo(Rule.all(LEEDS, orders(1)));
    List<SegmentDefinition> written = new ArrayList<>();
    model.save(written::add, fault -> {});
    assertThat(written.getFirst().version()).isEqualTo(saved.version() + 1);
    assertThat(model.changed().get()).isFalse();
  }

  @Test
  void anImpossibleRangeIsAFaultThatNamesTheField() {
    model.change(
        Rule.all(
            new Rule.Attribute(
                "orders",
                Comparison.of(
                    Operator.BETWEEN,
                    io.customer360.studio.rule.Value.Number.of(9),
                    io.customer360.studio.rule.Value.Number.of(2)))),
        "1");
    assertThat(model.counted().get()).isInstanceOf(Load.Failed.class);
    Fault fault = ((Load.Failed<?>) model.counted().get()).fault();
    assertThat(fault.plain()).contains("orders").contains("holds for nobody");
  }

  @Test
  void undoGoesBackAndKeystrokesInOneFieldAreOneStep() {
    model.change(Rule.all(LEEDS), "1");
    model.type(Rule.all(LEEDS, orders(1)), "2/orders");
    model.type(Rule.all(LEEDS, orders(12)), "2/orders");
    model.type(Rule.all(LEEDS, orders(123)), "2/orders");
    model.undo();
    assertThat(model.rule().get()).isEqualTo(Rule.all(LEEDS));
    model.redo();
    assertThat(model.rule().get()).isEqualTo(Rule.all(LEEDS, orders(123)));
    model.undo();
    model.undo();
    assertThat(model.rule().get()).isEqualTo(Rule.EVERYONE);
    assertThat(model.undoable().get()).isFalse();
    assertThat(model.redoable().get()).isTrue();
    assertThat(customers()).isEqualTo(240);
  }

  @Test
  void sqlChangesTheTreeAndWhatIsNoRuleStaysSql() {
    model.sql("city = 'Leeds' and length(full_name) > 3");
    assertThat(model.rule().get()).isInstanceOf(Rule.Group.class);
    Rule.Group group = (Rule.Group) model.rule().get();
    assertThat(group.rules().getFirst()).isEqualTo(LEEDS);
    assertThat(group.rules().getLast()).isInstanceOf(Rule.Expression.class);
    assertThat(((Rule.Expression) group.rules().getLast()).why()).isNotBlank();
    assertThat(model.counted().get()).isInstanceOf(Load.Ready.class);
  }

  @Test
  void sqlWithAnErrorLeavesTheTreeAndNamesThePlace() {
    model.change(Rule.all(LEEDS), "1");
    model.sql("city = = 'York'");
    assertThat(model.rule().get()).isEqualTo(Rule.all(LEEDS));
    assertThat(model.parsed().get()).isInstanceOf(Load.Failed.class);
    assertThat(((Load.Failed<?>) model.parsed().get()).fault().plain()).contains("column");
  }

  @Test
  void aRuleThatCannotBeCountedIsSaidAndTheNextChangeCountsAgain() {
    model.change(Rule.all(new Rule.Membership("nobody")), "1");
    assertThat(model.counted().get()).isInstanceOf(Load.Failed.class);
    model.undo();
    assertThat(customers()).isEqualTo(240);
  }

  @Test
  void savingMakesASegmentAndThenVersionsOfIt() {
    model.change(Rule.all(LEEDS), "1");
    assertThat(model.changed().get()).isTrue();
    List<SegmentDefinition> saved = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    model.save(saved::add, faults::add);
    assertThat(faults).isEmpty();
    assertThat(saved.getFirst().id()).isEqualTo("leeds-and-more");
    assertThat(model.changed().get()).isFalse();
    model.change(Rule.all(LEEDS, orders(2)), "2");
    model.save(saved::add, faults::add);
    assertThat(saved.getLast().version()).isEqualTo(2);
    assertThat(studio.rule(studio.definition("leeds-and-more")))
        .isEqualTo(Rule.all(LEEDS, orders(2)));
    List<Long> written = new ArrayList<>();
    model.materialize(written::add, faults::add);
    assertThat(written).containsExactly((long) customers());
  }

  @Test
  void aNameThatIsTakenIsRefusedAndNothingIsLost() {
    model.begin("Taken", Rule.all(LEEDS));
    model.save(segment -> {}, fault -> {});
    model.begin("Taken", Rule.all(orders(2)));
    List<Fault> faults = new ArrayList<>();
    model.save(segment -> {}, faults::add);
    assertThat(faults).hasSize(1);
    assertThat(model.rule().get()).isEqualTo(Rule.all(orders(2)));
  }

  @Test
  void whatIsCopiedCanBePasted() {
    model.change(Rule.all(LEEDS, orders(2)), "2");
    String text = model.text("1");
    model.paste(text, fault -> {});
    assertThat(model.rule().get()).isEqualTo(Rule.all(LEEDS, orders(2), LEEDS));
    model.paste("city = 'York'", fault -> {});
    assertThat(((Rule.Group) model.rule().get()).rules()).hasSize(4);
  }

  @Test
  void idsAreMadeOfTitles() {
    assertThat(DraftModel.id("Chères à Noël, 2026!")).isEqualTo("cheres-a-noel-2026");
    assertThat(DraftModel.id("???")).isEqualTo("segment");
  }
}
