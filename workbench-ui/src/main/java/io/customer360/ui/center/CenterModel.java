package io.customer360.ui.center;

import io.customer360.assistant.Answer;
import io.customer360.assistant.AskOptions;
import io.customer360.assistant.AskedQuestion;
import io.customer360.assistant.Assistant;
import io.customer360.assistant.LocalModel;
import io.customer360.assistant.Understanding;
import io.customer360.ui.job.FxJobs;
import io.customer360.ui.job.Latest;
import io.customer360.ui.job.Load;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The state of the Command Center's conversation: the question, what it was taken to mean, the
/// answer. The chips come first, as understanding is quick; the answer follows. A newer question
/// cancels the older.
final class CenterModel implements AutoCloseable {
  private static final int HISTORY = 20;

  private final Assistant assistant;
  private final FxJobs jobs;
  private final StringProperty question = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Load<Answer>> answer =
      new ReadOnlyObjectWrapper<>(Load.idle());
  private final ReadOnlyObjectWrapper<@Nullable Understanding> understanding =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper narration = new ReadOnlyStringWrapper("");
  private final ObservableList<String> suggestions = FXCollections.observableArrayList();
  private final ObservableList<AskedQuestion> history = FXCollections.observableArrayList();
  private final ObservableList<LocalModel> models = FXCollections.observableArrayList();
  private final Map<String, String> overrides = new LinkedHashMap<>();
  private final Latest<Answer> asking;
  private final Latest<Understanding> reading;
  private final Latest<List<String>> suggesting;
  private final Latest<List<AskedQuestion>> remembering;
  private final Latest<List<LocalModel>> probing;
  private String asked = "";
  private @Nullable String model;
  private int round;

  CenterModel(Assistant assistant, FxJobs jobs) {
    this.assistant = assistant;
    this.jobs = jobs;
    asking = jobs.latest(this::answered, fault -> answer.set(new Load.Failed<>(fault)));
    reading = jobs.latest(understanding::set, fault -> understanding.set(null));
    suggesting = jobs.latest(suggestions::setAll, fault -> suggestions.clear());
    remembering = jobs.latest(history::setAll, fault -> history.clear());
    probing = jobs.latest(models::setAll, fault -> models.clear());
    suggesting.submit(progress -> assistant.suggestions());
    probing.submit(progress -> assistant.models());
    remember();
  }

  StringProperty questionProperty() {
    return question;
  }

  ReadOnlyObjectProperty<Load<Answer>> answerProperty() {
    return answer.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable Understanding> understandingProperty() {
    return understanding.getReadOnlyProperty();
  }

  /// What a local model says while it answers, sentence by sentence.
  ReadOnlyStringProperty narrationProperty() {
    return narration.getReadOnlyProperty();
  }

  ObservableList<String> suggestions() {
    return suggestions;
  }

  ObservableList<AskedQuestion> history() {
    return history;
  }

  /// The local models that can answer; empty without a server.
  ObservableList<LocalModel> models() {
    return models;
  }

  Optional<String> model() {
    return Optional.ofNullable(model);
  }

  /// The question the answer belongs to.
  String asked() {
    return asked;
  }

  /// Asks what stands in the field.
  void ask() {
    ask(question.get());
  }

  void ask(String text) {
    String wanted = text.strip();
    if (wanted.isEmpty()) {
      return;
    }
    overrides.clear();
    question.set(wanted);
    run(wanted);
  }

  /// A chip was changed: the same question again, with this meaning.
  void choose(String chip, String value) {
    overrides.put(chip, value);
    run(asked);
  }

  /// Plans with this local model from now on; null is the built-in planner. Asks again.
  void useModel(@Nullable String name) {
    model = name;
    if (!asked.isEmpty()) {
      run(asked);
    }
  }

  /// The same question once more, after a fault.
  void again() {
    run(asked);
  }

  private void run(String wanted) {
    if (wanted.isEmpty()) {
      return;
    }
    asked = wanted;
    narration.set("");
    int mine = ++round;
    AskOptions options =
        new AskOptions(
            overrides,
            model,
            AskOptions.plain().rows(),
            sentence -> jobs.onScreen(() -> tell(mine, sentence)));
    answer.set(new Load.Loading<>(null));
    reading.submit(progress -> assistant.understand(wanted, options));
    asking.submit(progress -> assistant.ask(wanted, options, progress));
  }

  private void tell(int of, String sentence) {
    if (of == round) {
      narration.set((narration.get() + " " + sentence).strip());
    }
  }

  private void answered(Answer value) {
    understanding.set(value.understanding());
    answer.set(new Load.Ready<>(value));
    remember();
  }

  private void remember() {
    remembering.submit(progress -> assistant.history(HISTORY));
  }

  /// Esc: stops what runs.
  ///
  /// @return whether something ran
  boolean cancel() {
    if (!asking.busy()) {
      return false;
    }
    asking.cancel();
    reading.cancel();
    round++;
    answer.set(Load.idle());
    understanding.set(null);
    return true;
  }

  /// An empty field and the suggestions again.
  void newQuestion() {
    cancel();
    asked = "";
    overrides.clear();
    question.set("");
    understanding.set(null);
    answer.set(Load.idle());
    suggesting.submit(progress -> assistant.suggestions());
  }

  /// Puts the last question into the empty field.
  void recall() {
    if (question.get().isBlank() && !history.isEmpty()) {
      question.set(history.getFirst().question());
    }
  }

  @Override
  public void close() {
    asking.close();
    reading.close();
    suggesting.close();
    remembering.close();
    probing.close();
  }
}
