package io.customer360.ui.decision;

import io.customer360.decision.ApprovalEdit;
import io.customer360.decision.ApprovalResult;
import io.customer360.decision.DecisionDetail;
import io.customer360.decision.MessageLimit;
import io.customer360.decision.ProposalSummary;
import io.customer360.decision.RejectReason;
import io.customer360.decision.arbitration.PolicyCheck;
import io.customer360.decision.arbitration.RankedOption;
import io.customer360.decision.arbitration.RenderedMessage;
import io.customer360.ui.control.Frugal;
import io.customer360.ui.control.KeyHint;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.control.Personal;
import io.customer360.ui.control.PolicyCheckRow;
import io.customer360.ui.control.Tone;
import io.customer360.ui.job.Load;
import io.customer360.ui.shell.Destination;
import io.customer360.ui.shell.PaneHeader;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import io.customer360.ui.theme.Icons;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/// The policy checks, the message, and the person's verdict.
final class ChecksPane {
  private final UiContext context;
  private final Formats formats;
  private final DecisionsModel model;
  private final PaneHeader checksHeader = new PaneHeader(Messages.text("decision.checks"));
  private final PaneHeader messageHeader = new PaneHeader(Messages.text("decision.message"));
  private final VBox checks = new VBox();
  private final VBox message = new VBox(10);
  private final TextField subject = new TextField();
  private final TextArea body = new TextArea();
  private final Button approve;
  private final Button edit;
  private final Button reject;
  private final Button ask;
  private final Label obstacle = Nodes.wrapped("", "caption", "warning");
  private final ContextMenu reasons = new ContextMenu();
  private final BorderPane root = new BorderPane();
  private boolean editing;

  /// Why the open proposal may not be approved whatever its text, blank when it may.
  private String standing = "";

  private DecisionsModel.@Nullable Opened opened;

  ChecksPane(UiContext context, DecisionsModel model) {
    this.context = context;
    this.formats = context.formats();
    this.model = model;
    approve = verdict("decision.approve", "A", this::approve, "accent");
    edit = verdict("decision.edit", "E", this::edit);
    reject = verdict("decision.reject", "R", this::askReason);
    for (RejectReason reason : RejectReason.values()) {
      MenuItem item = new MenuItem(reason.words());
      item.setAccelerator(
          new KeyCodeCombination(
              Objects.requireNonNull(KeyCode.getKeyCode(String.valueOf(reason.key())))));
      item.setOnAction(event -> reject(reason));
      reasons.getItems().add(item);
    }
    reasons.addEventHandler(
        javafx.scene.input.KeyEvent.KEY_PRESSED,
        event -> {
          for (RejectReason reason : RejectReason.values()) {
            if (event.getCode() == KeyCode.getKeyCode(String.valueOf(reason.key()))) {
              reasons.hide();
              reject(reason);
              event.consume();
            }
          }
        });
    Nodes.named(subject, AccessibleRole.TEXT_FIELD, Messages.text("decision.subject"));
    Nodes.named(body, AccessibleRole.TEXT_AREA, Messages.text("decision.message"));
    body.setWrapText(true);
    body.setPrefRowCount(14);
    body.textProperty().subscribe(text -> fits());
    subject.textProperty().subscribe(text -> fits());
    checks.getStyleClass().add("checks");
    message.getStyleClass().add("message-place");
    Label again = Nodes.label(Messages.text("decision.again"), "caption", "muted");
    again.setGraphic(Icons.small("fth-shield"));
    again.getStyleClass().add("again");
    VBox words = new VBox(checksHeader, checks, messageHeader, message);
    ScrollPane scroll = new ScrollPane(words);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("edge-to-edge");
    ask = verdict("decision.ask", "?", this::ask, "flat");
    HBox buttons = Nodes.row(8, approve, edit, reject, Nodes.spacer(), ask);
    Nodes.visible(obstacle, false);
    new Frugal(
        buttons,
        () -> buttons.prefWidth(-1),
        List.of(
            Frugal.toWords(ask),
            Frugal.toWords(reject),
            Frugal.toWords(edit),
            Frugal.toWords(approve)));
    VBox bar = new VBox(8, obstacle, buttons);
    bar.getStyleClass().add("verdict-bar");
    root.getStyleClass().add("pane");
    root.setCenter(scroll);
    root.setBottom(new VBox(again, bar));
    root.setMinWidth(320);
    model.opened().subscribe(load -> open(load));
    model.option().subscribe(option -> refill());
  }

  private static Button verdict(String key, String hint, Runnable action, String... classes) {
    Button button = Nodes.button(Messages.text(key), action, classes);
    button.getStyleClass().add("large");
    button.setGraphic(new KeyHint(hint));
    button.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
    button.setMinWidth(Button.USE_PREF_SIZE);
    return button;
  }

  Node root() {
    return root;
  }

  private void open(Load<DecisionsModel.Opened> load) {
    opened = load.value();
    editing = false;
    refill();
  }

  private Optional<RankedOption> option() {
    return Optional.ofNullable(opened)
        .map(o -> o.detail().decision().options())
        .filter(options -> model.option().get() < options.size())
        .map(options -> options.get(model.option().get()));
  }

  private void refill() {
    DecisionsModel.Opened now = opened;
    checks.getChildren().clear();
    message.getChildren().clear();
    if (now == null || option().isEmpty()) {
      checksHeader.fact("");
      approve.setDisable(true);
      edit.setDisable(true);
      reject.setDisable(true);
      Nodes.visible(obstacle, false);
      return;
    }
    RankedOption option = option().get();
    int members = now.detail().summary().members();
    checksHeader.fact(
        members > 1 ? Messages.text("decision.example.short", formats.count(members)) : "");
    messageHeader.title(Messages.text(byPhone(option) ? "decision.script" : "decision.message"));
    List<PolicyCheck> all = option.checks();
    long passed = all.stream().filter(PolicyCheck::passed).count();
    checksHeader.right(
        Nodes.label(
            Messages.text("decision.checks.pass", formats.count(passed), formats.count(all.size())),
            "medium",
            passed == all.size() ? "success" : "danger"));
    for (PolicyCheck check : all) {
      checks
          .getChildren()
          .add(
              new PolicyCheckRow(
                  check.passed() ? Tone.GOOD : Tone.BAD,
                  check.name(),
                  check.fact().isBlank() ? check.rule() : check.fact()));
    }
    fill(now.detail(), option);
    String why =
        passed < all.size()
            ? all.stream().filter(c -> !c.passed()).findFirst().map(PolicyCheck::rule).orElse("")
            : now.obstacle().orElse("");
    standing = why;
    edit.setDisable(false);
    reject.setDisable(false);
    refusal(why);
    fits();
  }

  private void refusal(String why) {
    approve.setDisable(!why.isEmpty());
    approve.setTooltip(why.isEmpty() ? null : new Tooltip(why));
    obstacle.setText(why);
    Nodes.visible(obstacle, !why.isEmpty());
  }

  /// What is typed is kept and not sent while it is too long.
  private void fits() {
    if (editing) {
      refusal(MessageLimit.why(subject.getText(), body.getText()).orElse(standing));
    }
  }

  private void fill(DecisionDetail detail, RankedOption option) {
    RenderedMessage rendered = option.message();
    boolean call = byPhone(option);
    boolean own = model.option().get() == Math.max(0, detail.chosenOption() - 1);
    String title = own ? detail.messageSubject() : rendered.subject();
    String text = own ? detail.messageBody() : rendered.body();
    if (rendered.to().isBlank() && text.isBlank()) {
      message.getChildren().add(Nodes.wrapped(Messages.text("decision.message.none"), "muted"));
      return;
    }
    if (editing) {
      subject.setText(title);
      body.setText(text);
      message
          .getChildren()
          .setAll(
              Nodes.label(Messages.text("decision.subject"), "caption", "muted"), subject, body);
      String names =
          detail.votes().stream()
              .filter(DecisionDetail.Vote::approved)
              .map(DecisionDetail.Vote::personName)
              .collect(Collectors.joining(", "));
      if (!names.isEmpty()) {
        message
            .getChildren()
            .add(Nodes.wrapped(Messages.text("decision.edit.votes", names), "caption", "warning"));
      }
      return;
    }
    VBox head = new VBox(4);
    head.getStyleClass().add("message-head");
    if (!rendered.to().isBlank()) {
      head.getChildren()
          .add(
              line(
                  Messages.text(call ? "decision.call" : "decision.to"),
                  rendered.to(),
                  Personal.CLASS));
    }
    if (!title.isBlank()) {
      head.getChildren()
          .add(line(Messages.text(call ? "decision.about" : "decision.subject"), title, "strong"));
    }
    boolean asRendered = text.equals(rendered.body());
    TextFlow flow = flow(text, asRendered ? rendered.filled() : List.of());
    flow.getStyleClass().add("message-body");
    VBox card = new VBox(head, flow);
    card.getStyleClass().add("message-card");
    message.getChildren().setAll(card);
  }

  private static boolean byPhone(RankedOption option) {
    return option.channel().equals("call") || option.channel().equals("phone");
  }

  private static Node line(String name, String value, String style) {
    Label caption = Nodes.label(name, "muted");
    caption.setMinWidth(64);
    Label text = Nodes.label(value);
    if (!style.isEmpty()) {
      text.getStyleClass().add(style);
    }
    return Nodes.row(8, caption, text);
  }

  /// The text with what came from facts marked.
  private static TextFlow flow(String text, List<RenderedMessage.Filled> filled) {
    TextFlow flow = new TextFlow();
    int at = 0;
    for (RenderedMessage.Filled span :
        filled.stream().sorted(Comparator.comparingInt(RenderedMessage.Filled::start)).toList()) {
      if (span.start() < at || span.end() > text.length()) {
        continue;
      }
      flow.getChildren().add(new Text(text.substring(at, span.start())));
      Label fact = new Label(text.substring(span.start(), span.end()));
      fact.getStyleClass().add("filled");
      if (Personal.column(span.fact())) {
        Personal.mark(fact);
      }
      fact.setTooltip(new Tooltip(span.fact()));
      flow.getChildren().add(fact);
      at = span.end();
    }
    flow.getChildren().add(new Text(text.substring(at)));
    flow.setAccessibleText(text);
    return flow;
  }

  void approve() {
    DecisionsModel.Opened now = opened;
    if (now == null || approve.isDisabled()) {
      return;
    }
    ApprovalEdit change =
        editing
            ? new ApprovalEdit(model.option().get() + 1, subject.getText(), body.getText())
            : new ApprovalEdit(model.option().get() + 1, null, null);
    String id = now.detail().summary().decisionId();
    String name = spoken(now.detail().summary());
    editing = false;
    model.approve(
        change,
        result ->
            context
                .notifier()
                .undoable(approved(name, result), Messages.text("decision.undo"), () -> undo(id)),
        context.notifier()::failed);
  }

  private static String approved(String name, ApprovalResult result) {
    if (!result.lapsed().isEmpty()) {
      return Messages.text(
          "decision.approved.anew",
          name,
          result.approvals(),
          result.approvalsNeeded(),
          String.join(", ", result.lapsed()));
    }
    return result.approvals() < result.approvalsNeeded()
        ? Messages.text(
            "decision.approved.first", name, result.approvals(), result.approvalsNeeded())
        : Messages.text("decision.approved", name);
  }

  void edit() {
    if (!edit.isDisabled()) {
      editing = !editing;
      refill();
      if (editing) {
        body.requestFocus();
      }
    }
  }

  /// Asks the Command Center about the customer of the open decision.
  void ask() {
    DecisionsModel.Opened now = opened;
    if (now != null) {
      Destination question =
          new Destination.Question(
              Messages.text("decision.ask.question", now.detail().summary().customerId()));
      if (context.navigator().knows(question)) {
        context.navigator().go(question);
      }
    }
  }

  void askReason() {
    if (!reject.isDisabled()) {
      reasons.show(reject, javafx.geometry.Side.TOP, 0, -4);
    }
  }

  private void reject(RejectReason reason) {
    DecisionsModel.Opened now = opened;
    if (now == null) {
      return;
    }
    String name = spoken(now.detail().summary());
    model.reject(
        reason,
        "",
        id ->
            context
                .notifier()
                .undoable(
                    Messages.text("decision.rejected", name, reason.words()),
                    Messages.text("decision.undo"),
                    () -> undo(id)),
        context.notifier()::failed);
  }

  /// How a proposal is called in the status bar: by the customer's number while names are masked.
  private String spoken(ProposalSummary summary) {
    return summary.members() == 1 && context.themes().maskedProperty().get()
        ? summary.customerId()
        : summary.title();
  }

  void undo(String id) {
    model.undo(
        id,
        undone ->
            context
                .notifier()
                .done(Messages.text(undone ? "decision.undone" : "decision.undo.late")),
        context.notifier()::failed);
  }
}
