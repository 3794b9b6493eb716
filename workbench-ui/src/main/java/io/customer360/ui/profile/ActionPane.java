package io.customer360.ui.profile;

import io.customer360.decision.arbitration.BlockedOption;
import io.customer360.decision.arbitration.Decision;
import io.customer360.decision.arbitration.Evidence;
import io.customer360.decision.arbitration.Funnel;
import io.customer360.decision.arbitration.RankedOption;
import io.customer360.ui.control.DataTable;
import io.customer360.ui.control.ErrorState;
import io.customer360.ui.control.EvidenceContent;
import io.customer360.ui.control.EvidenceLink;
import io.customer360.ui.control.KeyHint;
import io.customer360.ui.control.Meter;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.control.Skeleton;
import io.customer360.ui.job.Load;
import io.customer360.ui.shell.Destination;
import io.customer360.ui.shell.PaneHeader;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import io.customer360.ui.theme.Icons;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What to do next for this customer, why this and not another, and what the funnel left of all
/// actions.
final class ActionPane {
  private static final int EVIDENCE = 3;
  private static final int RIVALS = 2;

  private final UiContext context;
  private final Formats formats;
  private final ProfileModel model;
  private final PaneHeader header = new PaneHeader(Messages.text("profile.action"));
  private final VBox body = new VBox(10);
  private final VBox foot = new VBox(12);
  private final VBox root = new VBox(header, body);

  /// An action with where it ended, for the table of all.
  private record Ended(
      String name, String stage, String reason, @Nullable BigDecimal priority, String passWhen) {}

  ActionPane(UiContext context, ProfileModel model) {
    this.context = context;
    this.formats = context.formats();
    this.model = model;
    header.getStyleClass().add("second-header");
    body.getStyleClass().add("next-action");
    foot.getStyleClass().add("action-foot");
    Nodes.visible(foot, false);
    VBox.setVgrow(root, Priority.ALWAYS);
    model.action().subscribe(this::show);
  }

  Node root() {
    return root;
  }

  /// The funnel and the buttons, to stand below what scrolls: how many were left at each step and
  /// the way on are always in view.
  Node foot() {
    return foot;
  }

  /// Goes to the decision that waits for this customer; false when none does.
  boolean openDecision() {
    NextAction now = model.action().get().value();
    if (now == null || !now.waiting()) {
      return false;
    }
    Destination there = new Destination.Decision(now.decision().id());
    if (!context.navigator().knows(there)) {
      return false;
    }
    context.navigator().go(there);
    return true;
  }

  private void show(Load<NextAction> load) {
    if (load instanceof Load.Failed<NextAction>(var fault)) {
      header.right();
      Nodes.visible(foot, false);
      body.getChildren().setAll(ErrorState.retry(fault, model::reload));
      return;
    }
    NextAction now = load.value();
    if (now == null) {
      header.right();
      body.getChildren().setAll(new Skeleton(12, 14, 300, 360, 240));
      return;
    }
    Decision decision = now.decision();
    header.right(
        Nodes.label(
            Messages.text(
                "profile.action.passed",
                formats.count(decision.funnel().all()),
                formats.count(decision.options().size()),
                decision.options().size()),
            "caption",
            "muted"));
    body.getChildren().setAll(best(decision));
    body.getChildren().add(reasons(decision));
    foot.getChildren().setAll(funnel(decision), buttons(now));
    Nodes.visible(foot, true);
  }

  private Node best(Decision decision) {
    return decision
        .best()
        .map(this::best)
        .orElseGet(
            () ->
                new VBox(
                    4,
                    Nodes.label(Messages.text("profile.action.none"), "section"),
                    Nodes.wrapped(Messages.text("profile.action.none-words"), "muted")));
  }

  private Node best(RankedOption option) {
    Label name = Nodes.wrapped(option.name(), "section");
    VBox words = new VBox(2, name);
    if (!option.detail().isBlank()) {
      words.getChildren().add(Nodes.wrapped(option.detail(), "muted"));
    }
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMinWidth(0);
    VBox priority =
        new VBox(
            Nodes.label(
                formats.number(option.priority().doubleValue(), 2), "section", "num-strong"),
            Nodes.label(Messages.text("profile.action.priority"), "caption", "muted"));
    priority.setAlignment(Pos.TOP_RIGHT);
    priority.setMinWidth(VBox.USE_PREF_SIZE);
    HBox row =
        new HBox(12, Icons.of(Words.channelIcon(option.channel()), 20, "accent"), words, priority);
    row.setAlignment(Pos.TOP_LEFT);
    return row;
  }

  private Node reasons(Decision decision) {
    GridPane grid = new GridPane(12, 8);
    grid.getColumnConstraints().setAll(new javafx.scene.layout.ColumnConstraints(58), growing());
    int row = 0;
    VBox why = new VBox(6);
    if (!decision.why().isBlank()) {
      why.getChildren().add(Nodes.wrapped(decision.why()));
    }
    FlowPane facts = new FlowPane(18, 4);
    decision.evidence().stream()
        .limit(EVIDENCE)
        .forEach(evidence -> facts.getChildren().add(evidence(evidence)));
    if (!facts.getChildren().isEmpty()) {
      why.getChildren().add(facts);
    }
    if (!why.getChildren().isEmpty()) {
      Label term = term("profile.action.why");
      term.setTooltip(new Tooltip(Messages.text("profile.action.why-source")));
      grid.addRow(row++, term, why);
    }
    String rivals = rivals(decision);
    if (!rivals.isEmpty()) {
      grid.addRow(row, term("profile.action.why-not"), Nodes.wrapped(rivals));
    }
    return grid;
  }

  private static javafx.scene.layout.ColumnConstraints growing() {
    var column = new javafx.scene.layout.ColumnConstraints();
    column.setHgrow(Priority.ALWAYS);
    column.setMinWidth(0);
    return column;
  }

  private static Label term(String key) {
    Label label = Nodes.label(Messages.text(key), "muted");
    GridPane.setValignment(label, javafx.geometry.VPos.TOP);
    return label;
  }

  private static Node evidence(Evidence evidence) {
    EvidenceLink value =
        new EvidenceLink(
            evidence.value(),
            show ->
                show.accept(
                    new EvidenceContent(
                        evidence.label(),
                        List.of(Messages.text("profile.action.fact")),
                        List.of(List.of(evidence.value())),
                        "",
                        evidence.table()
                            + (evidence.ref().isBlank() ? "" : ", " + evidence.ref()))));
    Label label = Nodes.label(evidence.label(), "muted", "caption");
    value.getStyleClass().add("caption");
    return Nodes.row(5, label, value);
  }

  /// The next in rank, and those that came furthest down the funnel before a rule stopped them.
  private String rivals(Decision decision) {
    List<String> words = new ArrayList<>();
    List<RankedOption> options = decision.options();
    for (int i = 1; i < Math.min(options.size(), 1 + RIVALS); i++) {
      RankedOption rival = options.get(i);
      words.add(
          Messages.text(
              "profile.action.rival",
              rival.name(),
              formats.count(rival.rank()),
              formats.number(rival.priority().doubleValue(), 2)));
    }
    decision.blocked().stream()
        .sorted(Comparator.comparing(BlockedOption::stage).reversed())
        .limit(Math.max(1, RIVALS - words.size()))
        .forEach(
            rival ->
                words.add(Messages.text("profile.action.stopped", rival.name(), reason(rival))));
    return String.join(" ", words);
  }

  private static String reason(BlockedOption option) {
    String text = option.fact().isBlank() ? option.rule() : option.fact();
    return text.isEmpty()
        ? option.stage().words()
        : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }

  private Node funnel(Decision decision) {
    Funnel f = decision.funnel();
    int[] left = {
      f.all(), f.eligible(), f.applies(), f.suits(), f.consent(), f.contact(), f.budget()
    };
    String[] keys = {"all", "eligible", "applies", "suits", "consent", "contact", "budget"};
    HBox steps = new HBox(4);
    for (int i = 0; i < left.length; i++) {
      boolean last = i == left.length - 1;
      String name = Messages.text("profile.funnel." + keys[i]);
      Meter meter = new Meter(48, 4, f.all() == 0 ? 0 : left[i] / (double) f.all());
      meter.getStyleClass().add(last ? "funnel-last" : "funnel-step");
      VBox cell =
          new VBox(
              1,
              Nodes.label(name, "caption", "muted"),
              Nodes.label(formats.count(left[i]), "strong", "num-strong"),
              meter);
      VBox.setMargin(meter, new javafx.geometry.Insets(3, 0, 0, 0));
      Button button = new Button();
      button.setGraphic(cell);
      button.getStyleClass().addAll("flat", "funnel-cell");
      button.setMaxWidth(Double.MAX_VALUE);
      button.setAlignment(Pos.CENTER_LEFT);
      button.setTooltip(new Tooltip(Messages.text("profile.action.see-all", f.all())));
      HBox.setHgrow(button, Priority.ALWAYS);
      Nodes.named(button, AccessibleRole.BUTTON, name + " " + left[i]);
      button.setOnAction(event -> all(button, decision));
      steps.getChildren().add(button);
    }
    steps.getStyleClass().add("funnel");
    return steps;
  }

  private Node buttons(NextAction now) {
    HBox row = Nodes.row(16);
    Destination there = new Destination.Decision(now.decision().id());
    if (now.waiting() && context.navigator().knows(there)) {
      Button open =
          Nodes.button(Messages.text("profile.action.open"), this::openDecision, "accent", "large");
      open.setGraphic(new KeyHint("Ctrl Enter"));
      open.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
      open.setGraphicTextGap(8);
      row.getChildren().add(open);
    }
    Button all =
        Nodes.button(
            Messages.text("profile.action.see-all", formats.count(now.decision().funnel().all())),
            () -> {},
            "flat");
    all.setOnAction(event -> all(all, now.decision()));
    row.getChildren().add(all);
    if (!now.waiting()) {
      row.getChildren()
          .addAll(
              Nodes.spacer(),
              Nodes.label(Messages.text("profile.action.preview"), "caption", "muted"));
    }
    return row;
  }

  /// All actions and where each of them ended.
  private void all(Node beside, Decision decision) {
    List<Ended> rows = new ArrayList<>();
    for (RankedOption option : decision.options()) {
      rows.add(
          new Ended(option.name(), Messages.text("profile.all.passes"), "", option.priority(), ""));
    }
    decision.blocked().stream()
        .sorted(Comparator.comparing(BlockedOption::stage).reversed())
        .forEach(
            option ->
                rows.add(
                    new Ended(
                        option.name(),
                        option.stage().words(),
                        option.fact().isBlank() ? option.rule() : option.fact(),
                        null,
                        option.passWhen())));
    DataTable<Ended> table =
        new DataTable<>("profile.actions", Messages.text("profile.all"), context.memory());
    table.text("action", Messages.text("profile.all.action"), 190, Ended::name);
    table.text("stage", Messages.text("profile.all.stage"), 100, Ended::stage);
    table.text("reason", Messages.text("profile.all.reason"), 210, Ended::reason);
    table.figure(
        "priority",
        Messages.text("profile.all.priority"),
        70,
        row -> number(row.priority()),
        Ended::priority);
    table.text("pass", Messages.text("profile.all.pass"), 150, Ended::passWhen);
    table.items(rows);
    table.setPrefSize(740, Math.min(15, rows.size() + 1) * 28 + 6);
    Popups.show(beside, Messages.text("profile.all"), formats.count(rows.size()), table);
  }

  private String number(@Nullable BigDecimal value) {
    return value == null ? "" : formats.number(value.doubleValue(), 2);
  }
}
