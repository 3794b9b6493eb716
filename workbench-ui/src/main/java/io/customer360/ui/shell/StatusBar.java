package io.customer360.ui.shell;

import atlantafx.base.controls.Popover;
import io.customer360.job.JobState;
import io.customer360.job.JobStatus;
import io.customer360.ui.control.JobItem;
import io.customer360.ui.control.Meter;
import io.customer360.ui.control.Nodes;
import io.customer360.ui.job.Fault;
import io.customer360.ui.job.FxJobs;
import io.customer360.ui.job.JobsModel;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import io.customer360.ui.theme.Icons;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// The bottom 26: workspace, customers, snapshot | what runs or what was done last | planner,
/// network, memory.
final class StatusBar extends StackPane implements Notifier {
  private final Label workspace = Nodes.label("");
  private final Label customers = Nodes.label("", "num");
  private final HBox snapshot;
  private final Label snapshotId = Nodes.label("", "mono");
  private final Label planner = Nodes.label("");
  private final Label network = Nodes.label("");
  private final Label memory = Nodes.label("", "num");
  private final HBox middle = Nodes.row(0);
  private final JobsModel jobs;
  private final FxJobs runner;
  private final Formats formats;
  private final Timeline meter;
  /// What was said last; empty until something is said.
  private @Nullable Node said;
  /// How the data stands, where nothing runs and nothing was said.
  private Node resting = new Region();
  /// The last thing that can be taken back; it outlives the button, which goes after eight seconds.
  private @Nullable Runnable undoing;

  StatusBar(JobsModel jobs, FxJobs runner, Formats formats) {
    this.jobs = jobs;
    this.runner = runner;
    this.formats = formats;
    getStyleClass().add("status-bar");
    snapshot = Nodes.row(5, Nodes.label(Messages.text("shell.snapshot")), snapshotId);
    Nodes.visible(snapshot, false);
    HBox left = Nodes.row(18, withIcon("fth-hard-drive", workspace), customers, snapshot);
    HBox right =
        Nodes.row(18, withIcon("fth-cpu", planner), withIcon("fth-wifi-off", network), memory);
    middle.setAlignment(Pos.CENTER);
    middle.setMaxWidth(Region.USE_PREF_SIZE);
    HBox sides = Nodes.row(0, left, Nodes.spacer(), right);
    getChildren().addAll(sides, middle);
    jobs.jobs().addListener((ListChangeListener<JobStatus>) change -> showMiddle());
    // memory is read once in five seconds: cheap, and steady enough to read
    meter = new Timeline(new KeyFrame(Duration.seconds(5), event -> measure()));
    meter.setCycleCount(Animation.INDEFINITE);
    meter.play();
    measure();
  }

  private static HBox withIcon(String icon, Label label) {
    return Nodes.row(6, Icons.of(icon, 13), label);
  }

  private void measure() {
    Runtime runtime = Runtime.getRuntime();
    memory.setText(formats.bytes(runtime.totalMemory() - runtime.freeMemory()));
    memory.setAccessibleText(Messages.text("shell.memory", memory.getText()));
  }

  void facts(ShellFacts facts) {
    workspace.setText(facts.workspace());
    customers.setText(Messages.text("shell.customers", formats.count(facts.customers())));
    snapshotId.setText(facts.snapshot());
    Nodes.visible(snapshot, !facts.snapshot().isEmpty());
    resting = resting(facts);
    showMiddle();
    planner.setText(facts.planner());
    network.setText(facts.network());
  }

  private Node resting(ShellFacts facts) {
    ShellFacts.Refreshed refreshed = facts.refreshed();
    if (refreshed == null) {
      return new Region();
    }
    String at = formats.dateTime(refreshed.at());
    return refreshed.due()
        ? words("fth-alert-triangle", "warning", Messages.text("shell.refresh.due", at))
        : words("fth-check", "success", Messages.text("shell.refreshed", at));
  }

  /// Fixed, for pictures.
  void memoryShown(boolean shown) {
    Nodes.visible(memory, shown);
  }

  private void showMiddle() {
    List<JobStatus> running =
        jobs.jobs().stream().filter(job -> job.state() == JobState.RUNNING).toList();
    if (!running.isEmpty()) {
      middle.getChildren().setAll(runningJob(running));
      return;
    }
    List<JobStatus> failed =
        jobs.jobs().stream().filter(job -> job.state() == JobState.FAILED).toList();
    if (!failed.isEmpty()) {
      middle
          .getChildren()
          .setAll(listButton(words("fth-alert-circle", "danger", failed.getLast().stage())));
      return;
    }
    middle.getChildren().setAll(said == null ? resting : said);
  }

  private Node runningJob(List<JobStatus> running) {
    JobStatus job = running.getLast();
    Label words = Nodes.label(job.stage().isEmpty() ? job.name() : job.stage());
    words.setMaxWidth(320);
    Meter bar = new Meter(120, 4, job.fraction());
    bar.getStyleClass().add("accent-meter");
    HBox content = Nodes.row(8, Icons.of("fth-refresh-cw", 13), words, bar);
    if (job.fraction() >= 0) {
      content.getChildren().add(Nodes.label(formats.percent(job.fraction()), "num"));
    }
    if (running.size() > 1) {
      content.getChildren().add(Nodes.label(Messages.text("shell.jobs.more", running.size() - 1)));
    }
    Button cancel =
        Nodes.iconButton(
            "fth-x",
            Messages.text("control.job.cancel", job.name()),
            () -> runner.cancel(job.id()));
    return Nodes.row(0, listButton(content), cancel);
  }

  private Button listButton(Node content) {
    Button button = new Button();
    button.setGraphic(content);
    button.getStyleClass().addAll("flat", "job-button");
    button.setAccessibleText(Messages.text("shell.jobs.show"));
    button.setOnAction(event -> list(button));
    return button;
  }

  private void list(Node owner) {
    Popover popover = new Popover();
    popover.setArrowLocation(Popover.ArrowLocation.BOTTOM_CENTER);
    popover.setHeaderAlwaysVisible(false);
    VBox items = new VBox(8);
    items.setPrefWidth(380);
    items.getStyleClass().add("job-list");
    Runnable fill =
        () -> {
          items.getChildren().clear();
          for (JobStatus job : jobs.jobs().reversed()) {
            items
                .getChildren()
                .add(new JobItem(job, () -> runner.cancel(job.id()), () -> jobs.dismiss(job.id())));
          }
          if (jobs.jobs().isEmpty()) {
            items.getChildren().add(Nodes.label(Messages.text("shell.jobs.none"), "muted"));
          }
        };
    fill.run();
    ListChangeListener<JobStatus> refill = change -> fill.run();
    jobs.jobs().addListener(refill);
    popover.setOnHidden(event -> jobs.jobs().removeListener(refill));
    popover.setContentNode(items);
    popover.show(owner);
  }

  private static HBox words(String icon, String tone, String text) {
    Label label = Nodes.label(text);
    label.setMaxWidth(560);
    return Nodes.row(7, Icons.of(icon, 13, tone), label);
  }

  private void say(Node node) {
    said = node;
    showMiddle();
  }

  @Override
  public void done(String text) {
    say(words("fth-check", "success", text));
  }

  @Override
  public void warn(String text) {
    say(words("fth-alert-triangle", "warning", text));
  }

  @Override
  public void failed(Fault fault) {
    HBox line = words("fth-alert-circle", "danger", fault.plain());
    line.getChildren().add(Nodes.label(fault.code(), "mono"));
    say(line);
  }

  @Override
  public void undoable(String text, String button, Runnable undo) {
    HBox line = words("fth-check", "success", text);
    PauseTransition expiry = new PauseTransition(Duration.seconds(8));
    Runnable over =
        () -> {
          if (said == line) {
            say(words("fth-check", "success", text));
          }
        };
    Runnable take =
        () -> {
          expiry.stop();
          over.run();
          undoing = null;
          undo.run();
        };
    line.getChildren().add(Nodes.link(button, take));
    expiry.setOnFinished(event -> over.run());
    say(line);
    undoing = take;
    expiry.play();
  }

  @Override
  public void undoLast() {
    Runnable last = undoing;
    if (last == null) {
      warn(Messages.text("shell.undo.none"));
    } else {
      last.run();
    }
  }

  void close() {
    meter.stop();
  }
}
