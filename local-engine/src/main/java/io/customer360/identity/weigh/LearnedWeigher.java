package io.customer360.identity.weigh;

import io.customer360.fault.WorkbenchException;
import io.customer360.identity.block.Candidates;
import io.customer360.identity.cluster.Weigher;
import io.customer360.identity.match.KeptModel;
import io.customer360.identity.match.MatchSettings;
import io.customer360.identity.match.Matcher;
import io.customer360.identity.match.ScoredPairs;
import io.customer360.identity.match.Teacher;
import io.customer360.identity.record.RecordTable;
import io.customer360.identity.review.ModelView;
import io.customer360.identity.rules.MatchThresholds;
import io.customer360.job.Progress;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// Learns a model on the staged records, lets people's judgements teach it, weighs with it, and
/// puts it in force.
public final class LearnedWeigher implements Weigher {
  private final String version;
  private final MatchThresholds thresholds;
  private final MatchSettings settings;

  /// @param thresholds the model is measured at them
  public LearnedWeigher(String version, MatchThresholds thresholds, long seed) {
    this.version = version;
    this.thresholds = thresholds;
    this.settings = MatchSettings.DEFAULT.withSeed(seed);
  }

  @Override
  public Optional<Weighed> weigh(Connection connection, Progress progress) throws SQLException {
    RecordTable records = StagedPeople.read(connection);
    if (records.size() < 2) {
      return Optional.empty();
    }
    Matcher.Lesson lesson;
    try {
      lesson = new Matcher(settings).keep(records, progress);
    } catch (WorkbenchException nothingToCompare) {
      if (!nothingToCompare.code().equals("C360-IDT-005")) {
        throw nothingToCompare;
      }
      return Optional.empty();
    }
    if (lesson.model().isEmpty()) {
      return Optional.of(unkept(records, lesson, progress));
    }
    // The records are read again as others will be later: what is resolved now and what is resolved
    // then goes by one reading.
    TermStore.write(connection, lesson.scorer());
    KeptModel untaught = lesson.model().get();
    Teacher.Result taught = Lessons.inForce(connection, untaught, settings.seed()).orElse(null);
    KeptModel model = taught == null ? untaught : untaught.with(taught.calibration());
    Weighed weighed = KeptWeigher.weigh(connection, model, records, progress);
    ModelView view =
        ModelViews.of(
            weighed.scorer(),
            weighed.pairs(),
            weighed.blocking(),
            lesson,
            records.size(),
            thresholds,
            taught == null ? null : taught.teaching());
    long number = ModelRegistry.store(connection, version, records.size(), model, view);
    return Optional.of(weighed.with(number, view));
  }

  private Weighed unkept(RecordTable records, Matcher.Lesson lesson, Progress progress) {
    ScoredPairs pairs =
        Matcher.score(lesson.scorer(), lesson.candidates(), settings.threads(), progress);
    List<Candidates.RuleCount> blocking = lesson.candidates().counts();
    ModelView view =
        ModelViews.of(lesson.scorer(), pairs, blocking, lesson, records.size(), thresholds, null);
    return new Weighed(0, records, lesson.scorer(), pairs, null, blocking, view);
  }
}
