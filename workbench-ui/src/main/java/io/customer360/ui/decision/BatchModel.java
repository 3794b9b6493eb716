package io.customer360.ui.decision;

import io.customer360.decision.BatchApproval;
import io.customer360.decision.Decisions;
import io.customer360.decision.ProposalSummary;
import io.customer360.governance.Person;
import io.customer360.ui.job.Fault;
import io.customer360.ui.job.FxJobs;
import io.customer360.ui.text.Messages;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;

/// Which proposals of the queue are chosen to be approved together. FX thread only.
public final class BatchModel {
  private static final int SAMPLE = 5;

  private final Decisions decisions;
  private final Person person;
  private final FxJobs jobs;
  private final ObservableSet<String> chosen = FXCollections.observableSet();

  BatchModel(Decisions decisions, Person person, FxJobs jobs) {
    this.decisions = decisions;
    this.person = person;
    this.jobs = jobs;
  }

  /// The chosen decision ids; to be watched, changed by the methods here only.
  public ObservableSet<String> chosen() {
    return chosen;
  }

  public void toggle(String decisionId) {
    if (!decisionId.isEmpty() && !chosen.remove(decisionId)) {
      chosen.add(decisionId);
    }
  }

  /// Chooses all of these; all of them chosen already are given up instead.
  public void toggleAll(List<ProposalSummary> rows) {
    List<String> ids = rows.stream().map(ProposalSummary::decisionId).toList();
    if (chosen.containsAll(ids)) {
      ids.forEach(chosen::remove);
    } else {
      chosen.addAll(ids);
    }
  }

  public void clear() {
    chosen.clear();
  }

  /// Gives up what is no longer in the queue.
  void keep(List<ProposalSummary> rows) {
    chosen.retainAll(rows.stream().map(ProposalSummary::decisionId).toList());
  }

  /// Asks of each chosen proposal whether this person may approve it, and picks what to look at.
  ///
  /// @param round another number draws another sample
  void prepare(
      List<ProposalSummary> queue, int round, Consumer<Batch> done, Consumer<Fault> failed) {
    List<ProposalSummary> rows =
        queue.stream().filter(row -> chosen.contains(row.decisionId())).toList();
    jobs.run(
        Messages.text("decision.batch.prepare"),
        progress -> {
          Map<String, String> obstacles = new HashMap<>();
          for (int i = 0; i < rows.size(); i++) {
            progress.checkCancelled();
            progress.fraction((double) i / rows.size());
            ProposalSummary row = rows.get(i);
            String id = row.decisionId();
            if (row.approvalsNeeded() > 1) {
              obstacles.put(id, Messages.text("decision.batch.two-persons"));
            } else {
              decisions.approvalObstacle(id, person).ifPresent(why -> obstacles.put(id, why));
            }
          }
          return Batch.of(rows, obstacles, SAMPLE, Batch.seed(rows) + round);
        },
        done,
        failed);
  }

  /// Approves as proposed, in one transaction. What was refused after all, such as what the money
  /// does not reach for, stays in the queue.
  void approve(Batch batch, Consumer<BatchApproval> done, Consumer<Fault> failed) {
    List<String> ids = batch.approvable().stream().map(ProposalSummary::decisionId).toList();
    jobs.run(
        Messages.text("decision.batch.approve", ids.size()),
        progress -> decisions.approveAll(ids, person),
        results -> {
          ids.forEach(chosen::remove);
          done.accept(results);
        },
        failed);
  }

  /// Takes many approvals back; the number of those that could be.
  void undo(List<String> ids, Consumer<Integer> done, Consumer<Fault> failed) {
    jobs.run(
        Messages.text("decision.undo"),
        progress -> {
          int undone = 0;
          for (String id : ids) {
            undone += decisions.undo(id, person) ? 1 : 0;
          }
          return undone;
        },
        done,
        failed);
  }
}
