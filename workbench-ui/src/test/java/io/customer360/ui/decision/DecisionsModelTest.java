package io.customer360.ui.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.decision.ApprovalEdit;
import io.customer360.decision.ProposalSummary;
import io.customer360.decision.RejectReason;
import io.customer360.engine.Engine;
import io.customer360.outbox.ActionState;
import io.customer360.ui.job.Fault;
import io.customer360.ui.job.FxJobs;
import io.customer360.ui.testing.SmallWorld;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The Action Center without a toolkit, over real decisions. Every test puts back what it decided.
class DecisionsModelTest {
  private final Engine engine = SmallWorld.engine();
  private final List<Fault> faults = new ArrayList<>();
  private final DecisionsModel model =
      new DecisionsModel(
          engine.decisions(),
          engine.person(),
          progress -> new DeliverySwitch.Delivered(0, 0, 0, 0),
          FxJobs.sameThread());

  @BeforeEach
  void read() {
    model.reload();
  }

  @AfterEach
  void close() {
    model.close();
    assertThat(faults).isEmpty();
  }

  private ProposalSummary single(int index) {
    return model.queue().stream()
        .filter(row -> row.members() == 1 && row.approvalsNeeded() == 1)
        .skip(index)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theQueueOpensTheDearestProposalAboutOneCustomer() {
    assertThat(model.queue()).hasSizeGreaterThan(5);
    ProposalSummary many =
        model.queue().stream().filter(row -> row.members() > 1).findFirst().orElseThrow();
    ProposalSummary dearest =
        model.queue().stream().filter(row -> row.members() == 1).findFirst().orElseThrow();
    assertThat(model.selected()).isEqualTo(dearest.decisionId());
    assertThat(DecisionsModel.first(List.of(many, dearest))).isEqualTo(dearest);
    assertThat(DecisionsModel.first(List.of(many))).isEqualTo(many);
    assertThat(model.opened().get().value().detail().decision().options()).isNotEmpty();
  }

  @Test
  void whereOnlyANoticeToManyWaitsItIsOpened() {
    model.filter(DecisionsModel.Filter.REGULATORY);
    assertThat(model.selected()).isEqualTo(model.shown().getFirst().decisionId());
  }

  @Test
  void approvingMovesOnAndUndoBringsItBack() {
    ProposalSummary row = single(0);
    model.open(row.decisionId());
    model.approve(
        new ApprovalEdit(1, null, null),
        result -> assertThat(result.queued()).isEqualTo(1),
        faults::add);
    assertThat(model.queue()).doesNotContain(row);
    assertThat(model.selected()).isNotEqualTo(row.decisionId());
    model.undo(row.decisionId(), undone -> assertThat(undone).isTrue(), faults::add);
    assertThat(model.queue()).extracting(ProposalSummary::decisionId).contains(row.decisionId());
    assertThat(model.selected()).isEqualTo(row.decisionId());
  }

  @Test
  void rejectingKeepsItsReason() {
    ProposalSummary row = single(1);
    model.open(row.decisionId());
    RejectReason reason = RejectReason.values()[0];
    model.reject(reason, "", id -> assertThat(id).isEqualTo(row.decisionId()), faults::add);
    var votes = engine.decisions().detail(row.decisionId()).orElseThrow().votes();
    assertThat(votes.getLast().reason()).isEqualTo(reason);
    model.undo(row.decisionId(), undone -> assertThat(undone).isTrue(), faults::add);
  }

  @Test
  void filtersNarrowAndCountTheSame() {
    model.filter(DecisionsModel.Filter.REGULATORY);
    assertThat(model.shown())
        .isNotEmpty()
        .allMatch(row -> row.kind().equals("regulatory"))
        .hasSize((int) model.count(DecisionsModel.Filter.REGULATORY));
  }

  @Test
  void expiringIsWhatHasLittleTimeLeftByTheClockOfTheWorkspace() {
    ProposalSummary row =
        Collections.max(model.queue(), Comparator.comparing(ProposalSummary::expiresAt));
    Instant now = engine.decisions().now();
    assertThat(model.left(row))
        .isEqualTo(Duration.between(now, row.expiresAt()))
        .isGreaterThan(Duration.ofHours(48));
    assertThat(model.shown(DecisionsModel.Filter.EXPIRING, now)).doesNotContain(row);
    Instant anHourBefore = row.expiresAt().minus(Duration.ofHours(1));
    assertThat(model.shown(DecisionsModel.Filter.EXPIRING, anHourBefore)).contains(row);
  }

  @Test
  void aQueueForSomeCustomersShowsThemOnly() {
    ProposalSummary row = single(2);
    model.only(List.of(row.customerId()));
    assertThat(model.shown())
        .extracting(ProposalSummary::customerId)
        .containsOnly(row.customerId());
    model.only(List.of());
    assertThat(model.shown()).hasSizeGreaterThan(1);
  }

  @Test
  void chosenOnesAreApprovedTogetherAndTheRegulatoryOneIsRefused() {
    model.batch().toggleAll(model.queue());
    List<Batch> looked = new ArrayList<>();
    model.batch().prepare(model.queue(), 0, looked::add, faults::add);
    Batch batch = looked.getFirst();
    assertThat(batch.approvable().size() + batch.refused().size()).isEqualTo(model.queue().size());
    assertThat(model.queue()).anyMatch(row -> row.approvalsNeeded() == 2);
    assertThat(batch.approvable()).allMatch(row -> row.approvalsNeeded() == 1);
    List<ProposalSummary> two =
        batch.approvable().stream().filter(row -> row.approvalsNeeded() == 1).limit(2).toList();
    model.batch().clear();
    two.forEach(row -> model.batch().toggle(row.decisionId()));
    model.batch().prepare(model.queue(), 0, looked::add, faults::add);
    List<String> approved = new ArrayList<>();
    model
        .batch()
        .approve(
            looked.getLast(),
            results -> results.approved().forEach(result -> approved.add(result.decisionId())),
            faults::add);
    model.reload();
    assertThat(approved).hasSize(2);
    assertThat(model.batch().chosen()).isEmpty();
    assertThat(model.queue()).doesNotContainAnyElementsOf(two);
    model.batch().undo(approved, undone -> assertThat(undone).isEqualTo(2), faults::add);
    model.reload();
    assertThat(model.queue()).extracting(ProposalSummary::decisionId).containsAll(approved);
  }

  @Test
  void whatLeftTheQueueIsNoLongerChosen() {
    ProposalSummary row = single(3);
    model.batch().toggle(row.decisionId());
    model.open(row.decisionId());
    model.approve(new ApprovalEdit(1, null, null), result -> {}, faults::add);
    assertThat(model.batch().chosen()).isEmpty();
    assertThat(engine.decisions().detail(row.decisionId()).orElseThrow().summary().state())
        .isEqualTo(ActionState.QUEUED);
    model.undo(row.decisionId(), undone -> {}, faults::add);
  }
}
