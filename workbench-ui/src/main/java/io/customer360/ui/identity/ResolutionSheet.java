package io.customer360.ui.identity;

import io.customer360.identity.resolve.ResolutionDiff;
import io.customer360.ui.control.ErrorState;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.control.Stat;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import io.customer360.ui.theme.Icons;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What a new resolution would change, shown before it is made: who is joined, who is split, whose
/// consent becomes another. Cancel changes nothing.
final class ResolutionSheet {
  private static final int SHOWN = 40;

  private final Formats formats;
  private final UiContext context;
  private final ResolutionModel model;
  private final Runnable applied;
  private final Sheet sheet = new Sheet(Messages.text("identity.apply.title"), 760);
  private final ProgressBar bar = new ProgressBar(-1);
  private final javafx.scene.control.Label stage = Nodes.label("", "muted");
  private final Button stop = Nodes.button(Messages.text("identity.cancel"), this::cancel, "large");
  private boolean working;

  ResolutionSheet(UiContext context, ResolutionModel model, Runnable applied) {
    this.context = context;
    this.formats = context.formats();
    this.model = model;
    this.applied = applied;
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(Messages.text("identity.apply.progress"));
    stop.getStyleClass().add("first-focus");
    sheet.onClosed(this::closed);
    model.step().subscribe(this::show);
  }

  void open(@Nullable Scene scene) {
    if (!sheet.open()) {
      working = false;
      model.preview();
      sheet.show(scene);
    }
  }

  private void cancel() {
    sheet.close();
  }

  private void closed() {
    // A commit under way goes on in the status bar, where it can be cancelled; a look does not.
    boolean committing =
        model.step().get() instanceof ResolutionModel.Step.Working now && now.committing();
    if (!committing) {
      model.cancel();
    }
  }

  private void show(ResolutionModel.Step step) {
    switch (step) {
      case ResolutionModel.Step.Idle idle -> working = false;
      case ResolutionModel.Step.Working(boolean committing, String words, double fraction) ->
          work(committing, words, fraction);
      case ResolutionModel.Step.Seen(ResolutionDiff diff) -> {
        working = false;
        fill(diff);
      }
      case ResolutionModel.Step.Failed(boolean committing, var fault) -> {
        working = false;
        body(
            Messages.text("identity.apply.title"),
            Messages.text("identity.apply.failed"),
            ErrorState.retry(fault, model::preview),
            Nodes.row(8, Nodes.spacer(), stop));
        if (!sheet.open()) {
          context.notifier().failed(fault);
        }
      }
    }
  }

  private void work(boolean committing, String words, double fraction) {
    bar.setProgress(fraction < 0 ? ProgressBar.INDETERMINATE_PROGRESS : fraction);
    stage.setText(Words.sentence(words));
    if (!working) {
      working = true;
      body(
          Messages.text(committing ? "identity.apply.committing" : "identity.apply.looking"),
          Messages.text(
              committing ? "identity.apply.committing.words" : "identity.apply.looking.words"),
          new VBox(8, bar, stage),
          Nodes.row(8, Nodes.spacer(), committing ? hide() : stop));
    }
  }

  private Button hide() {
    return Nodes.button(Messages.text("identity.apply.hide"), sheet::close, "large", "first-focus");
  }

  private void body(String title, String words, Node content, Node foot) {
    sheet
        .card()
        .getChildren()
        .setAll(Nodes.label(title, "title"), Nodes.wrapped(words, "muted"), content, foot);
    sheet.focusFirst();
  }

  private void fill(ResolutionDiff diff) {
    HBox stats =
        Nodes.row(
            36,
            new Stat(Messages.text("identity.diff.joined"), formats.count(diff.joinedTotal())),
            new Stat(Messages.text("identity.diff.split"), formats.count(diff.splitTotal())),
            new Stat(Messages.text("identity.diff.consents"), formats.count(diff.consentTotal())),
            new Stat(
                Messages.text("identity.diff.customers"),
                Messages.text(
                    "identity.diff.from-to",
                    formats.count(diff.customersBefore()),
                    formats.count(diff.customersAfter()))),
            new Stat(Messages.text("identity.diff.unchanged"), formats.count(diff.unchanged())));
    VBox lists = new VBox(14);
    groups(lists, "identity.diff.joined", "fth-git-merge", diff.joinedTotal(), diff.joined());
    groups(lists, "identity.diff.split", "fth-git-branch", diff.splitTotal(), diff.split());
    consents(lists, diff);
    boolean nothing = diff.isEmpty() && diff.consentTotal() == 0;
    ScrollPane scroll = new ScrollPane(lists);
    scroll.setFitToWidth(true);
    scroll.setMaxHeight(400);
    scroll.setMinHeight(0);
    Nodes.visible(scroll, !nothing);
    Button commit =
        Nodes.button(
            Messages.text("identity.apply.button"),
            () -> model.commit(this::done),
            "accent",
            "large",
            "commit");
    // Judgements that change no customer are taken over all the same: nothing to press is shown.
    Nodes.visible(commit, !nothing);
    body(
        Messages.text("identity.apply.title"),
        Messages.text(
            nothing ? "identity.apply.nothing" : "identity.apply.words",
            formats.count(diff.records())),
        new VBox(16, stats, scroll),
        Nodes.row(
            8,
            Nodes.label(Messages.text("identity.apply.undo"), "caption", "muted"),
            Nodes.spacer(),
            stop,
            commit));
    if (!nothing) {
      commit.requestFocus();
    }
  }

  private void done() {
    sheet.close();
    context.notifier().done(Messages.text("identity.apply.done"));
    applied.run();
  }

  private void groups(
      VBox lists, String key, String icon, long total, List<ResolutionDiff.Regrouped> rows) {
    if (total == 0) {
      return;
    }
    VBox box = list(Messages.text(key), total);
    rows.stream()
        .limit(SHOWN)
        .forEach(
            row ->
                box.getChildren()
                    .add(
                        line(
                            icon,
                            Nodes.label(String.join(", ", row.before()), "mono"),
                            Nodes.label(Messages.text("identity.diff.becomes"), "caption", "muted"),
                            Nodes.label(String.join(", ", row.after()), "mono"),
                            Nodes.spacer(),
                            Nodes.label(
                                Messages.text("identity.diff.records", row.records()),
                                "caption",
                                "muted",
                                "num"))));
    more(box, total - Math.min(SHOWN, rows.size()));
    lists.getChildren().add(box);
  }

  private void consents(VBox lists, ResolutionDiff diff) {
    if (diff.consentTotal() == 0) {
      return;
    }
    VBox box = list(Messages.text("identity.diff.consents"), diff.consentTotal());
    diff.consents().stream()
        .limit(SHOWN)
        .forEach(
            change ->
                box.getChildren()
                    .add(
                        line(
                            change.stricter() ? "fth-lock" : "fth-unlock",
                            Nodes.label(change.customer(), "mono"),
                            Nodes.label(
                                Messages.text(
                                    "identity.diff.consent",
                                    Words.purpose(change.purpose()),
                                    Words.channel(change.channel()),
                                    Words.answer(change.before()),
                                    Words.answer(change.after()))),
                            Nodes.spacer(),
                            Nodes.label(
                                Messages.text(
                                    change.stricter()
                                        ? "identity.diff.stricter"
                                        : "identity.diff.freer"),
                                "caption",
                                change.stricter() ? "muted" : "warning"))));
    more(box, diff.consentTotal() - Math.min(SHOWN, diff.consents().size()));
    lists.getChildren().add(box);
  }

  private VBox list(String title, long total) {
    VBox box = new VBox(2);
    HBox head =
        Nodes.row(
            8, Nodes.label(title, "strong"), Nodes.label(formats.count(total), "muted", "num"));
    box.getChildren().add(head);
    return box;
  }

  private void more(VBox box, long left) {
    if (left > 0) {
      box.getChildren()
          .add(
              Nodes.label(Messages.text("identity.more", formats.count(left)), "caption", "muted"));
    }
  }

  private static Region line(String icon, Node... parts) {
    HBox line = Nodes.row(10, Icons.small(icon));
    line.getChildren().addAll(parts);
    line.getStyleClass().add("diff-line");
    return line;
  }
}
