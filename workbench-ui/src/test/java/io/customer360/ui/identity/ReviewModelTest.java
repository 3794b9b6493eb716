package io.customer360.ui.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.identity.review.ReviewPair;
import io.customer360.identity.review.ReviewQueue;
import io.customer360.identity.steward.Judgement;
import io.customer360.identity.steward.Verdict;
import io.customer360.ui.job.Fault;
import io.customer360.ui.job.FxJobs;
import io.customer360.ui.job.Load;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReviewModelTest {
  private final FakeStewardship steward = new FakeStewardship();
  private final FakeReviews reviews = new FakeReviews(steward);
  private final List<Fault> faults = new ArrayList<>();
  private Instant now = Instant.EPOCH;
  private ReviewModel model;

  @BeforeEach
  void open() {
    model =
        new ReviewModel(reviews, steward, IdentityPictures.MAYA, FxJobs.sameThread(), () -> now);
    model.listen(faults::add, () -> {});
    model.reload();
  }

  private static ReviewModel.Key key(int task) {
    return ReviewModel.Key.of(FakeReviews.TASKS.get(task));
  }

  private ReviewQueue queue() {
    ReviewQueue value = model.queue().get().value();
    assertThat(value).isNotNull();
    return value;
  }

  @Test
  void theMostInformativePairIsOpenedFirst() {
    assertThat(model.selected()).contains(key(0));
    assertThat(model.opened().get()).isInstanceOf(Load.Ready.class);
    assertThat(model.ready().get()).isTrue();
    assertThat(queue().waiting()).isEqualTo(38);
  }

  @Test
  void aVerdictIsStoredAndTheNextPairComesUp() {
    model.judge(Verdict.MATCH);
    model.judge(Verdict.NOT_A_MATCH);
    assertThat(steward.judgements(9))
        .extracting(row -> row.pairs().getFirst().verdict())
        .containsExactly(Verdict.NOT_A_MATCH, Verdict.MATCH);
    assertThat(model.selected()).contains(key(2));
    assertThat(queue().waiting()).isEqualTo(36);
    assertThat(model.changes().get()).isEqualTo(2);
    assertThat(model.last()).contains(Verdict.NOT_A_MATCH);
  }

  @Test
  void undoTakesBackTheLastVerdictAndShowsItsPairAgain() {
    model.judge(Verdict.MATCH);
    model.judge(Verdict.UNSURE);
    assertThat(model.undo()).isTrue();
    assertThat(model.selected()).contains(key(1));
    assertThat(model.tasks().getFirst()).isEqualTo(FakeReviews.TASKS.get(1));
    assertThat(steward.judgements(9)).extracting(Judgement::inForce).containsExactly(false, true);
    assertThat(model.undo()).isTrue();
    assertThat(model.undo()).as("nothing is left").isFalse();
    assertThat(model.tasks()).isEqualTo(FakeReviews.TASKS);
    assertThat(model.changes().get()).isZero();
  }

  @Test
  void aVerdictThatCouldNotBeStoredComesBackWithWords() {
    steward.broken = true;
    model.judge(Verdict.MATCH);
    assertThat(faults).extracting(Fault::code).containsExactly("C360-TST-002");
    assertThat(model.tasks()).isEqualTo(FakeReviews.TASKS);
    assertThat(queue().waiting()).isEqualTo(38);
    assertThat(model.last()).isEmpty();
    assertThat(model.changes().get()).isZero();
    assertThat(model.judgedHere()).isZero();
  }

  @Test
  void anUndoThatFailsLeavesTheVerdictInForce() {
    model.judge(Verdict.MATCH);
    steward.broken = true;
    assertThat(model.undo()).isTrue();
    assertThat(faults).hasSize(1);
    assertThat(model.tasks()).doesNotContain(FakeReviews.TASKS.getFirst());
    assertThat(model.last()).contains(Verdict.MATCH);
    assertThat(steward.judgements(9)).allMatch(Judgement::inForce);
  }

  @Test
  void aPairIsReadAheadOnlyOnce() {
    assertThat(reviews.pairsRead).as("the first and the next").isEqualTo(2);
    model.judge(Verdict.UNSURE);
    assertThat(reviews.pairsRead).as("only the one after").isEqualTo(3);
  }

  @Test
  void whatWasNotReadCannotBeJudged() {
    model.open(new ReviewModel.Key("crm:nobody", "pos:nobody"));
    assertThat(model.opened().get()).isInstanceOf(Load.Failed.class);
    assertThat(model.ready().get()).isFalse();
    model.judge(Verdict.MATCH);
    assertThat(steward.judgements(9)).isEmpty();
  }

  @Test
  void theQueueEndsWithNothingSelected() {
    FakeReviews.TASKS.forEach(task -> model.judge(Verdict.NOT_A_MATCH));
    assertThat(model.tasks()).isEmpty();
    assertThat(model.selected()).isEmpty();
    assertThat(model.opened().get().value()).isNull();
    model.judge(Verdict.MATCH);
    assertThat(steward.judgements(99)).hasSize(FakeReviews.TASKS.size());
  }

  @Test
  void speedLeavesLongPausesOut() {
    for (int i = 0; i < 4; i++) {
      model.judge(Verdict.UNSURE);
      now = now.plusSeconds(i == 1 ? 3_600 : 3);
    }
    // Three gaps: 3 s, an hour counted as 60 s, 3 s.
    assertThat(model.perMinute())
        .isCloseTo(3 * 60 / 66.0, org.assertj.core.data.Offset.offset(1e-9));
  }

  @Test
  void afterANewResolutionNothingWaitsToBeApplied() {
    model.judge(Verdict.MATCH);
    model.resolved();
    assertThat(model.changes().get()).isZero();
    assertThat(model.undo()).isFalse();
    assertThat(model.selected()).contains(key(1));
  }

  @Test
  void aQueueThatCannotBeReadSaysSo() {
    reviews.broken = true;
    model.reload();
    assertThat(model.queue().get()).isInstanceOf(Load.Failed.class);
    reviews.broken = false;
    model.reload();
    assertThat(model.tasks()).hasSize(FakeReviews.TASKS.size());
  }

  @Test
  void recordsAreSplitOffAndCountAsAChange() {
    ReviewPair pair = FakeReviews.okafor();
    List<Judgement> done = new ArrayList<>();
    model.split(
        pair.left().customerId(), List.of("webshop:w-8121"), "another man", done::add, faults::add);
    assertThat(done).hasSize(1);
    assertThat(steward.splits).containsExactly(List.of("webshop:w-8121"));
    assertThat(model.changes().get()).isEqualTo(1);
  }
}
