package io.customer360.identity.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.customer360.identity.record.RecordTable;
import io.customer360.job.Progress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Judged pairs teach what the unsupervised estimate got wrong, and nothing where there is nothing
/// to learn from.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TeacherTest {
  private PairScorer learned;
  private RecordTable table;
  private List<Teacher.Label> pairs;

  /// At most 200 pairs with the truth, of which about half are one person.
  @BeforeAll
  void learn() {
    table = People.table(People.COLUMNS, new People(8).families(90, 2));
    learned = new Matcher(MatchSettings.DEFAULT).learn(table, Progress.NONE);
    pairs = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(3);
    for (int a = 0; a < table.size(); a++) {
      for (int b = a + 1; b < Math.min(table.size(), a + 9); b++) {
        boolean one = person(a).equals(person(b));
        if (pairs.size() < 200 && (one || random.nextInt(8) == 0)) {
          pairs.add(new Teacher.Label(a, b, one ? 1 : 0));
        }
      }
    }
  }

  private String person(int row) {
    return table.id(row).substring(0, table.id(row).indexOf('-'));
  }

  /// The scorer with a prior that is wrong by 22 bits.
  private PairScorer wrong() {
    LinkModel model = learned.model();
    double[] same =
        model.comparisons().stream().mapToDouble(c -> c.u()[LinkModel.FREE][1]).toArray();
    return new PairScorer(
        learned.comparator(),
        new LinkModel(model.comparisons(), model.prior() / (1 << 22), model.kin()),
        new TermBits(learned.comparator(), same));
  }

  @Test
  void labelsRaiseWhatIsFoundOfPairsHeldOut() {
    Teacher.Result result = new Teacher(wrong()).teach(pairs, List.of(), 7);
    assertThat(result.teaching().labels()).isEqualTo(pairs.size());
    assertThat(result.teaching().matches()).isBetween(50, 150);
    assertThat(result.teaching().after()).isGreaterThan(result.teaching().before() + 0.02);
    assertThat(result.teaching().kept()).isTrue();
    PairScorer taught = wrong().with(result.calibration());
    Explainer explainer = new Explainer(table, taught, 0.5);
    PairExplanation why = explainer.explain(pairs.getFirst().a(), pairs.getFirst().b());
    double sum = why.start() + why.bars().stream().mapToDouble(PairExplanation.Bar::weight).sum();
    assertThat(why.weight())
        .isCloseTo(sum, within(1e-9))
        .isCloseTo(
            taught.weight(
                pairs.getFirst().a(), pairs.getFirst().b(), taught.comparator().scratch()),
            within(0.006));
  }

  @Test
  void aHandfulOfLabelsOrOneKindOnlyTeachesNothing() {
    Calibration none = Calibration.none(learned.model().comparisons().size());
    List<Teacher.Label> matches = pairs.stream().filter(label -> label.one() == 1).toList();
    for (List<Teacher.Label> few : List.of(pairs.subList(0, 15), matches)) {
      Teacher.Result result = new Teacher(wrong()).teach(few, List.of(), 7);
      assertThat(result.calibration()).isEqualTo(none);
      assertThat(result.teaching().kept()).isFalse();
      assertThat(result.teaching().after()).isEqualTo(result.teaching().before());
    }
  }

  /// Whatever is asked first, and however well the model did before: what is kept is no worse on
  /// pairs that nobody was asked about, and what is not kept changes nothing.
  @Test
  void labelsAreKeptOnlyWhenTheyPay() {
    int kept = 0;
    int dropped = 0;
    Calibration none = Calibration.none(learned.model().comparisons().size());
    for (int seed = 1; seed <= 8; seed++) {
      List<Teacher.Label> shuffled = new ArrayList<>(pairs);
      Random random = new Random(seed);
      Collections.shuffle(shuffled, random);
      List<Teacher.Label> judged = shuffled.subList(0, 60);
      List<Teacher.Label> others = shuffled.subList(60, shuffled.size());
      Teacher.Result result = new Teacher(wrong()).teach(judged, List.of(), seed);
      assertThat(result.teaching().kept()).isTrue();
      assertThat(f1(wrong().with(result.calibration()), others)).isGreaterThan(f1(wrong(), others));
      // verdicts that have little to do with the records
      List<Teacher.Label> coin =
          judged.stream()
              .map(l -> new Teacher.Label(l.a(), l.b(), random.nextInt(8) == 0 ? 0 : 1))
              .toList();
      for (List<Teacher.Label> labels : List.of(judged, coin)) {
        Teacher.Result any = new Teacher(learned).teach(labels, List.of(), seed);
        if (any.teaching().kept()) {
          kept++;
          assertThat(any.teaching().after()).isGreaterThanOrEqualTo(any.teaching().before());
        } else {
          dropped++;
          assertThat(any.teaching().after()).isLessThanOrEqualTo(any.teaching().before());
          assertThat(any.calibration()).isEqualTo(none);
        }
      }
    }
    assertThat(kept).isPositive();
    assertThat(dropped).isPositive();
  }

  private static double f1(PairScorer scorer, List<Teacher.Label> labels) {
    var scratch = scorer.comparator().scratch();
    int found = 0;
    int right = 0;
    int all = 0;
    for (Teacher.Label label : labels) {
      boolean joined = scorer.weight(label.a(), label.b(), scratch) >= 0;
      found += joined ? 1 : 0;
      all += label.one() > 0.5 ? 1 : 0;
      right += joined && label.one() > 0.5 ? 1 : 0;
    }
    return 2.0 * right / (found + all);
  }

  @Test
  void whatNobodyJudgedStaysCloserToWhatItWas() {
    List<Teacher.Label> judged = pairs.subList(0, 100);
    List<Teacher.Label> anchors = new ArrayList<>();
    for (int copy = 0; copy < 20; copy++) {
      anchors.addAll(pairs.subList(100, pairs.size()));
    }
    double held = moved(new Teacher(wrong()).teach(judged, anchors, 7));
    double free = moved(new Teacher(wrong()).teach(judged, List.of(), 7));
    assertThat(held).isLessThan(free);
  }

  private double moved(Teacher.Result result) {
    PairScorer before = wrong();
    PairScorer after = before.with(result.calibration());
    var scratch = before.comparator().scratch();
    double sum = 0;
    for (Teacher.Label label : pairs.subList(100, pairs.size())) {
      sum +=
          Math.abs(
              LinkModel.probability(after.weight(label.a(), label.b(), scratch))
                  - LinkModel.probability(before.weight(label.a(), label.b(), scratch)));
    }
    return sum;
  }
}
