package io.customer360.studio.ui.rules;

import io.customer360.studio.desk.SpokenRules;
import io.customer360.studio.rule.Rule;
import io.customer360.studio.words.Spoken;
import io.customer360.ui.job.FxJobs;
import io.customer360.ui.job.Latest;
import io.customer360.ui.job.Load;
import java.time.Duration;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What a sentence was taken to mean. It is read while it is typed, so that words which are not
/// understood are marked at once; the rules change only when the person says so. FX thread only.
public final class WordsModel implements AutoCloseable {
  private static final Duration QUIET = Duration.ofMillis(200);

  private final SpokenRules reader;
  private final DraftModel draft;
  private final ReadOnlyObjectWrapper<Load<Spoken>> heard =
      new ReadOnlyObjectWrapper<>(Load.idle());
  private final Latest<Spoken> lane;
  private boolean wanted;
  private String taken = "";

  public WordsModel(SpokenRules reader, DraftModel draft, FxJobs jobs) {
    this.reader = reader;
    this.draft = draft;
    lane = jobs.latest(QUIET, this::show, fault -> heard.set(new Load.Failed<>(fault)));
  }

  public ReadOnlyObjectProperty<Load<Spoken>> heard() {
    return heard.getReadOnlyProperty();
  }

  /// The sentence the rules on screen were made of; empty when they were not.
  public String taken() {
    return taken;
  }

  /// Reads what is typed so far.
  public void type(String text) {
    wanted = false;
    if (text.isBlank()) {
      clear();
      return;
    }
    heard.set(heard.get().reload());
    lane.submit(progress -> reader.read(text.strip()));
  }

  /// Makes the rules of it; one that is not understood changes nothing.
  public void take(String text) {
    if (text.isBlank()) {
      return;
    }
    wanted = true;
    heard.set(heard.get().reload());
    lane.submitNow(progress -> reader.read(text.strip()));
  }

  /// Forgets the sentence; the rules stay.
  public void clear() {
    lane.cancel();
    wanted = false;
    taken = "";
    heard.set(Load.idle());
  }

  private void show(Spoken spoken) {
    Rule rule = spoken.rule();
    if (wanted && rule != null) {
      taken = spoken.text();
      draft.change(rule, "");
    }
    wanted = false;
    heard.set(new Load.Ready<>(spoken));
  }

  @Override
  public void close() {
    lane.close();
  }
}
