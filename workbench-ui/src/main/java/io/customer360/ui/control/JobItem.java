package io.customer360.ui.control;

import io.customer360.job.JobState;
import io.customer360.job.JobStatus;
import io.customer360.ui.text.Messages;
import io.customer360.ui.theme.Icons;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A job in the list of jobs: icon, words, bar, share, cancel or dismiss.
public final class JobItem extends HBox {
  public JobItem(JobStatus job, Runnable cancel, Runnable dismiss) {
    super(10);
    getStyleClass().add("job-item");
    boolean running = job.state() == JobState.RUNNING;
    HBox title = Nodes.line(6, Nodes.label(job.name(), "medium"));
    VBox words = Nodes.column(2, title);
    if (!job.stage().isEmpty()) {
      words.getChildren().add(Nodes.wrapped(job.stage(), "caption", "muted"));
    }
    if (running) {
      Meter bar = new Meter(260, 4, job.fraction());
      bar.getStyleClass().add("accent-meter");
      words.getChildren().add(bar);
    }
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren()
        .addAll(
            switch (job.state()) {
              case RUNNING -> Icons.small("fth-refresh-cw");
              case DONE -> Icons.small("fth-check", "success");
              case FAILED -> Icons.small("fth-alert-circle", "danger");
              case CANCELLED -> Icons.small("fth-slash");
            },
            words);
    if (running && job.fraction() >= 0) {
      getChildren()
          .add(Nodes.label(Math.round(job.fraction() * 100) + "\u202f%", "num", "caption"));
    }
    String name = Messages.text(running ? "control.job.cancel" : "control.job.dismiss", job.name());
    getChildren().add(Nodes.iconButton("fth-x", name, running ? cancel : dismiss));
    Nodes.named(this, AccessibleRole.LIST_ITEM, job.name() + ", " + job.stage());
  }
}
