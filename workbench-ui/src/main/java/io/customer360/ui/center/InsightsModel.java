package io.customer360.ui.center;

import io.customer360.insight.InsightCard;
import io.customer360.insight.InsightSummary;
import io.customer360.insight.Insights;
import io.customer360.ui.job.Fault;
import io.customer360.ui.job.FxJobs;
import io.customer360.ui.job.Latest;
import io.customer360.ui.job.Load;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The insight cards beside the conversation, and what a person does with them.
final class InsightsModel implements AutoCloseable {
  /// @param summary one line below the cards
  /// @param looked whether the data was ever looked over
  record Shown(List<InsightCard> cards, String summary, boolean looked) {}

  private final Insights insights;
  private final FxJobs jobs;
  private final ReadOnlyObjectWrapper<Load<Shown>> shown = new ReadOnlyObjectWrapper<>(Load.idle());
  private final Latest<Shown> reading;

  InsightsModel(Insights insights, FxJobs jobs) {
    this.insights = insights;
    this.jobs = jobs;
    reading =
        jobs.latest(
            value -> shown.set(new Load.Ready<>(value)),
            fault -> shown.set(new Load.Failed<>(fault)));
  }

  ReadOnlyObjectProperty<Load<Shown>> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  void read() {
    shown.set(shown.get().reload());
    reading.submit(progress -> now());
  }

  private Shown now() {
    List<InsightCard> cards = insights.cards();
    InsightSummary summary = insights.summary();
    return new Shown(List.copyOf(cards), summary.words(), summary.checked() > 0);
  }

  void seen(InsightCard card) {
    if (card.state() == InsightCard.State.UNSEEN) {
      change(() -> insights.markSeen(card.id()));
    }
  }

  void dismiss(InsightCard card, String reason) {
    change(() -> insights.dismiss(card.id(), reason));
  }

  void restore(InsightCard card) {
    change(() -> insights.restore(card.id()));
  }

  /// Looks over the data again: a visible job.
  void lookAgain(String name, Consumer<Fault> failed) {
    jobs.run(
        name,
        progress -> {
          insights.refresh(progress);
          return true;
        },
        done -> read(),
        failed);
  }

  private void change(Runnable change) {
    reading.submit(
        progress -> {
          change.run();
          return now();
        });
  }

  @Override
  public void close() {
    reading.close();
  }
}
