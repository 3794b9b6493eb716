package io.customer360.studio.ui.rules;

import io.customer360.studio.count.SegmentCount;
import io.customer360.studio.desk.FieldValues;
import io.customer360.studio.field.EventSource;
import io.customer360.studio.field.Field;
import io.customer360.studio.rule.Combination;
import io.customer360.studio.rule.Rule;
import io.customer360.studio.rule.RuleTree;
import io.customer360.studio.sql.ParsedRule;
import io.customer360.ui.control.ErrorState;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.job.Load;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.text.Messages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The tree of rules: groups with a line at their left, a row of chips a rule, what is left after
/// it at the right. Up and Down move, Enter adds behind, Delete removes, Space sets aside.
final class RuleTreePane implements RuleEditor {
  private final UiContext context;
  private final DraftModel model;
  private final Supplier<FieldValues> values;
  private final Runnable editSql;
  private final VBox rows = new VBox();
  private final VBox faults = new VBox();
  private final ScrollPane scroll;
  private final Map<String, RuleRow> byPlace = new LinkedHashMap<>();
  private @Nullable Vocabulary vocabulary;
  private String sqlWords = "";

  RuleTreePane(
      UiContext context, DraftModel model, Supplier<FieldValues> values, Runnable editSql) {
    this.context = context;
    this.model = model;
    this.values = values;
    this.editSql = editSql;
    rows.getStyleClass().add("rule-tree");
    Nodes.named(rows, AccessibleRole.TREE_VIEW, Messages.text("studio.rules"));
    faults.getStyleClass().add("rule-faults");
    Nodes.visible(faults, false);
    scroll = new ScrollPane(new VBox(faults, rows));
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setAccessibleText(Messages.text("studio.rules"));
    new TreeKeys(this, model).install(rows);
    model.rule().subscribe(rule -> render());
    model.counted().subscribe(this::counted);
    model.parsed().subscribe(load -> parsed(load));
  }

  Node root() {
    return scroll;
  }

  DraftModel model() {
    return model;
  }

  void vocabulary(Vocabulary next) {
    vocabulary = next;
    render();
  }

  @Override
  public Vocabulary vocabulary() {
    Vocabulary now = vocabulary;
    if (now == null) {
      throw new IllegalStateException("the fields were not read yet");
    }
    return now;
  }

  boolean ready() {
    return vocabulary != null;
  }

  @Override
  public void replace(String place, Rule rule) {
    model.change(RuleTree.replace(model.rule().get(), place, rule), place);
  }

  @Override
  public void type(String place, String field, Rule rule) {
    model.select(place);
    model.type(RuleTree.replace(model.rule().get(), place, rule), place + "/" + field);
  }

  @Override
  public void values(
      @Nullable EventSource source, Field field, Consumer<List<FieldValues.Occurring>> show) {
    Vocabulary words = vocabulary();
    FieldValues reader = values.get();
    context
        .jobs()
        .<List<FieldValues.Occurring>>latest(show, context.notifier()::failed)
        .submit(
            progress ->
                source == null
                    ? reader.of(words.catalog(), field, ComparisonParts.most(), progress)
                    : reader.of(source, field, ComparisonParts.most(), progress));
  }

  @Override
  public void editSql() {
    editSql.run();
  }

  /// The row of a rule, when it is on screen.
  Optional<RuleRow> row(String place) {
    return Optional.ofNullable(byPlace.get(place));
  }

  List<String> places() {
    return List.copyOf(byPlace.keySet());
  }

  void focus() {
    row(model.selected())
        .or(() -> byPlace.values().stream().findFirst())
        .ifPresent(Node::requestFocus);
  }

  /// Opens the list of what a rule can be about and adds behind `after`.
  void add(String after, @Nullable Node below) {
    if (!ready()) {
      return;
    }
    Node at = below != null ? below : row(after).map(Node.class::cast).orElse(rows);
    new NewRule(vocabulary())
        .pick(
            at,
            Messages.text("studio.add"),
            rule -> {
              Edits.Edit edit = Edits.add(model.rule().get(), after, rule);
              model.change(edit.root(), edit.place());
              focus();
              row(edit.place()).ifPresent(RuleRow::openValue);
            });
  }

  void paste(String text) {
    model.paste(text, context.notifier()::failed);
  }

  private void render() {
    boolean focused = focusInside();
    rows.getChildren().clear();
    byPlace.clear();
    if (vocabulary == null) {
      return;
    }
    rows.getChildren().add(RuleRow.everyone());
    Rule root = model.rule().get();
    if (root instanceof Rule.Group group) {
      rows.getChildren().add(group("", group));
    }
    counted(model.counted().get());
    if (focused) {
      focus();
    }
  }

  private boolean focusInside() {
    Node at = rows.getScene() == null ? null : rows.getScene().getFocusOwner();
    while (at != null && at != rows) {
      at = at.getParent();
    }
    return at == rows;
  }

  private VBox group(String place, Rule.Group group) {
    VBox box = new VBox();
    box.getStyleClass().add(place.isEmpty() ? "rule-root" : "rule-group");
    RuleRow header = RuleRow.group(this, model, place, group.combination());
    byPlace.put(place, header);
    box.getChildren().add(header);
    for (int i = 0; i < group.rules().size(); i++) {
      String child = Edits.place(place, i + 1);
      Rule rule = group.rules().get(i);
      if (rule instanceof Rule.Group inner) {
        box.getChildren().add(group(child, inner));
      } else {
        RuleRow row = RuleRow.rule(this, model, child, rule);
        byPlace.put(child, row);
        box.getChildren().add(row);
      }
    }
    if (place.isEmpty()) {
      box.getChildren().add(links());
    } else if (group.rules().isEmpty()) {
      box.getChildren()
          .add(
              Nodes.wrapped(
                  Messages.text("studio.group.empty"), "caption", "muted", "rule-nothing"));
    }
    return box;
  }

  private HBox links() {
    HBox links = Nodes.row(16);
    links.getStyleClass().add("rule-links");
    links
        .getChildren()
        .addAll(
            link("studio.link.condition", () -> add("", links.getChildren().getFirst())),
            link("studio.link.group", () -> put(new Rule.Group(Combination.ANY, List.of()))),
            link("studio.link.sequence", () -> put(new NewRule(vocabulary()).sequence())));
    return links;
  }

  private static Node link(String key, Runnable run) {
    javafx.scene.control.Hyperlink link = Nodes.link(Messages.text(key), run);
    link.setGraphic(io.customer360.ui.theme.Icons.of("fth-plus", 13, "accent"));
    return link;
  }

  private void put(Rule rule) {
    Edits.Edit edit = Edits.add(model.rule().get(), "", rule);
    model.change(edit.root(), edit.place());
    focus();
  }

  /// While the SQL below cannot be read the tree says what was before it, and is not to be changed:
  /// the change would be lost in the text.
  private void parsed(Load<ParsedRule> load) {
    boolean unreadable = load instanceof Load.Failed<?>;
    ParsedRule parsed = load.value();
    rows.setDisable(unreadable);
    sqlWords =
        unreadable
            ? Messages.text("studio.sql.unreadable")
            : parsed == null || parsed.unshown().isEmpty()
                ? ""
                : Messages.text(
                    parsed.unshown().size() == 1 ? "studio.sql.stays.one" : "studio.sql.stays.some",
                    context.formats().count(parsed.unshown().size()),
                    parsed.unshown().getFirst().why());
    counted(model.counted().get());
  }

  private void counted(Load<DraftModel.Counted> load) {
    DraftModel.Counted now = load.value();
    boolean stale = load instanceof Load.Loading<DraftModel.Counted>;
    faults.getChildren().clear();
    if (load instanceof Load.Failed<DraftModel.Counted>(var fault)) {
      faults.getChildren().add(ErrorState.retry(fault, model::count));
    }
    if (!sqlWords.isEmpty()) {
      faults
          .getChildren()
          .add(
              Nodes.row(
                  8,
                  io.customer360.ui.theme.Icons.of("fth-code", 14, "warning"),
                  Nodes.wrapped(sqlWords, "caption", "muted")));
    }
    Nodes.visible(faults, !faults.getChildren().isEmpty());
    if (!rows.getChildren().isEmpty() && rows.getChildren().getFirst() instanceof RuleRow first) {
      int everyone = now == null ? 0 : now.count().everyone();
      first.left(everyone, everyone, stale, now != null, false, context.formats());
    }
    Map<String, SegmentCount.Step> steps = new LinkedHashMap<>();
    if (now != null) {
      now.count().steps().forEach(step -> steps.put(step.place(), step));
    }
    String empties = now == null ? "" : now.count().emptiedBy().orElse("");
    byPlace.forEach(
        (place, row) -> {
          SegmentCount.Step step = steps.get(place);
          int everyone = now == null ? 0 : now.count().everyone();
          boolean empty = !place.isEmpty() && place.equals(empties);
          row.left(
              step == null ? 0 : step.left(),
              everyone,
              stale,
              step != null,
              empty,
              context.formats());
        });
  }
}
