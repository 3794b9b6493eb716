package io.customer360.ui.decision;

import io.customer360.decision.ActionCounts;
import io.customer360.decision.AgentRunReport;
import io.customer360.decision.AgentRunRequest;
import io.customer360.decision.ApprovalEdit;
import io.customer360.decision.ApprovalResult;
import io.customer360.decision.DecisionDetail;
import io.customer360.decision.Decisions;
import io.customer360.decision.DeliveryRow;
import io.customer360.decision.ProposalSummary;
import io.customer360.decision.QueueFilter;
import io.customer360.decision.RejectReason;
import io.customer360.governance.Person;
import io.customer360.ui.job.Fault;
import io.customer360.ui.job.FxJobs;
import io.customer360.ui.job.Latest;
import io.customer360.ui.job.Load;
import io.customer360.ui.text.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What the Action Center shows and can do. FX thread only; every engine call runs elsewhere.
public final class DecisionsModel implements AutoCloseable {
  private static final int SENT_SHOWN = 500;
  private static final Duration SOON = Duration.ofHours(48);

  /// Which proposals the queue shows.
  public enum Filter {
    ALL,
    REGULATORY,
    NOVEL,
    EXPIRING
  }

  /// The queue with what stands around it.
  ///
  /// @param at when it was read, by the workspace's clock
  public record Contents(
      List<ProposalSummary> queue, ActionCounts counts, List<DeliveryRow> sent, Instant at) {}

  /// One decision, and why this person may not approve it, empty when he may.
  public record Opened(DecisionDetail detail, Optional<String> obstacle) {}

  private final Decisions decisions;
  private final Person person;
  private final DeliverySwitch delivery;
  private final BatchModel batch;
  private final FxJobs jobs;
  private final ReadOnlyObjectWrapper<Load<Contents>> contents =
      new ReadOnlyObjectWrapper<>(Load.idle());
  private final ReadOnlyObjectWrapper<Load<Opened>> opened =
      new ReadOnlyObjectWrapper<>(Load.idle());
  private final ReadOnlyObjectWrapper<Filter> filter = new ReadOnlyObjectWrapper<>(Filter.ALL);
  private final ReadOnlyObjectWrapper<Integer> option = new ReadOnlyObjectWrapper<>(0);
  private final Latest<Contents> contentsLane;
  private final Latest<Opened> openedLane;
  private final Set<String> only = new LinkedHashSet<>();
  private String selected = "";

  public DecisionsModel(Decisions decisions, Person person, DeliverySwitch delivery, FxJobs jobs) {
    this.decisions = decisions;
    this.person = person;
    this.delivery = delivery;
    this.jobs = jobs;
    this.batch = new BatchModel(decisions, person, jobs);
    contentsLane =
        jobs.latest(
            value -> {
              contents.set(new Load.Ready<>(value));
              batch.keep(value.queue());
              keepSelection();
            },
            fault -> contents.set(new Load.Failed<>(fault)));
    openedLane =
        jobs.latest(
            Duration.ofMillis(30),
            value -> {
              option.set(Math.max(0, value.detail().chosenOption() - 1));
              opened.set(new Load.Ready<>(value));
            },
            fault -> opened.set(new Load.Failed<>(fault)));
  }

  public ReadOnlyObjectProperty<Load<Contents>> contents() {
    return contents.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Load<Opened>> opened() {
    return opened.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Filter> filter() {
    return filter.getReadOnlyProperty();
  }

  /// The chosen option, 0 is the first.
  public ReadOnlyObjectProperty<Integer> option() {
    return option.getReadOnlyProperty();
  }

  /// What is chosen to be approved together.
  public BatchModel batch() {
    return batch;
  }

  /// All open proposals, whatever the filter.
  List<ProposalSummary> queue() {
    Contents now = contents.get().value();
    return now == null ? List.of() : now.queue();
  }

  public String selected() {
    return selected;
  }

  public void reload() {
    contents.set(contents.get().reload());
    contentsLane.submit(
        progress ->
            new Contents(
                decisions.queue(QueueFilter.ALL),
                decisions.counts(),
                decisions.deliveries(SENT_SHOWN),
                decisions.now()));
  }

  public void filter(Filter next) {
    filter.set(next);
    keepSelection();
  }

  /// Narrows the queue to these customers; an empty set shows all again.
  public void only(List<String> customerIds) {
    only.clear();
    only.addAll(customerIds);
    filter.set(Filter.ALL);
    reload();
  }

  public boolean narrowed() {
    return !only.isEmpty();
  }

  /// The proposals the queue shows, in order.
  public List<ProposalSummary> shown() {
    Contents now = contents.get().value();
    return now == null ? List.of() : shown(filter.get(), now.at());
  }

  public long count(Filter which) {
    Contents now = contents.get().value();
    return now == null ? 0 : shown(which, now.at()).size();
  }

  /// What a filter shows at a moment.
  List<ProposalSummary> shown(Filter which, Instant at) {
    return queue().stream().filter(row -> matches(row, which, at)).toList();
  }

  private boolean matches(ProposalSummary row, Filter which, Instant at) {
    if (!only.isEmpty() && !only.contains(row.customerId())) {
      return false;
    }
    return switch (which) {
      case ALL -> true;
      case REGULATORY -> row.kind().equals("regulatory");
      case NOVEL -> row.novel();
      case EXPIRING -> Duration.between(at, row.expiresAt()).compareTo(SOON) <= 0;
    };
  }

  /// What is left of a proposal's time to live by the workspace's clock.
  Duration left(ProposalSummary row) {
    Contents now = contents.get().value();
    return Duration.between(now == null ? row.createdAt() : now.at(), row.expiresAt());
  }

  private void keepSelection() {
    List<ProposalSummary> rows = shown();
    boolean there = rows.stream().anyMatch(row -> row.decisionId().equals(selected));
    if (!there && !rows.isEmpty()) {
      open(first(rows).decisionId());
    } else if (!there) {
      selected = "";
      opened.set(Load.idle());
    }
  }

  /// What is opened unasked: the dearest proposal about one customer, which one person can decide
  /// with its options side by side. A notice to many, due on its day whatever it is worth, stays on
  /// top of the queue and is opened where nothing else waits.
  static ProposalSummary first(List<ProposalSummary> rows) {
    return rows.stream().filter(row -> row.members() == 1).findFirst().orElse(rows.getFirst());
  }

  public void open(String decisionId) {
    if (!decisionId.equals(selected)) {
      selected = decisionId;
      opened.set(opened.get().reload());
    }
    openedLane.submit(
        progress ->
            decisions
                .detail(decisionId)
                .map(detail -> new Opened(detail, decisions.approvalObstacle(decisionId, person)))
                .orElseThrow(() -> new IllegalStateException("no decision " + decisionId)));
  }

  /// Moves the selection by so many rows.
  public void move(int by) {
    List<ProposalSummary> rows = shown();
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).decisionId().equals(selected)) {
        int next = Math.clamp((long) i + by, 0, rows.size() - 1);
        open(rows.get(next).decisionId());
        return;
      }
    }
  }

  public void choose(int next) {
    Opened now = opened.get().value();
    if (now != null && next >= 0 && next < now.detail().decision().options().size()) {
      option.set(next);
    }
  }

  /// Approves the open decision with what the person changed, and moves on at once.
  public void approve(ApprovalEdit edit, Consumer<ApprovalResult> done, Consumer<Fault> failed) {
    String id = selected;
    stepOver(id);
    jobs.run(
        Messages.text("decision.approve"),
        progress -> decisions.approve(id, person, edit),
        result -> {
          reload();
          done.accept(result);
        },
        fault -> {
          reload();
          failed.accept(fault);
        });
  }

  public void reject(
      RejectReason reason, String note, Consumer<String> done, Consumer<Fault> failed) {
    String id = selected;
    stepOver(id);
    jobs.run(
        Messages.text("decision.reject"),
        progress -> {
          decisions.reject(id, person, reason, note);
          return id;
        },
        value -> {
          reload();
          done.accept(value);
        },
        fault -> {
          reload();
          failed.accept(fault);
        });
  }

  /// The next row of the queue comes up while the decision is being written.
  private void stepOver(String id) {
    List<ProposalSummary> rows = shown();
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).decisionId().equals(id) && rows.size() > 1) {
        open(rows.get(i + 1 < rows.size() ? i + 1 : i - 1).decisionId());
        return;
      }
    }
  }

  public void undo(String decisionId, Consumer<Boolean> done, Consumer<Fault> failed) {
    jobs.run(
        Messages.text("decision.undo"),
        progress -> decisions.undo(decisionId, person),
        undone -> {
          selected = decisionId;
          reload();
          open(decisionId);
          done.accept(undone);
        },
        failed);
  }

  public void runAgents(Consumer<AgentRunReport> done, Consumer<Fault> failed) {
    jobs.run(
        Messages.text("decision.run"),
        progress -> decisions.runAgents(AgentRunRequest.ALL, progress),
        report -> {
          reload();
          done.accept(report);
        },
        failed);
  }

  public void deliver(Consumer<DeliverySwitch.Delivered> done, Consumer<Fault> failed) {
    jobs.run(
        Messages.text("decision.deliver"),
        delivery::deliver,
        delivered -> {
          reload();
          done.accept(delivered);
        },
        failed);
  }

  @Override
  public void close() {
    contentsLane.close();
    openedLane.close();
  }
}
