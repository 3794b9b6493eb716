package io.customer360.ui.center;

import static org.assertj.core.api.Assertions.assertThat;

import io.customer360.assistant.Answer;
import io.customer360.ui.job.FxJobs;
import io.customer360.ui.job.Load;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The conversation without a toolkit.
class CenterModelTest {
  private final FakeAssistant assistant = new FakeAssistant();
  private final CenterModel model = new CenterModel(assistant, FxJobs.sameThread());

  @AfterEach
  void close() {
    model.close();
  }

  private Answer answer() {
    return ((Load.Ready<Answer>) model.answerProperty().get()).value();
  }

  @Test
  void startsWithSixQuestionsOfTheField() {
    assertThat(model.answerProperty().get()).isInstanceOf(Load.Idle.class);
    assertThat(model.suggestions()).hasSize(6);
  }

  @Test
  void anEmptyFieldAsksNothing() {
    model.questionProperty().set("   ");
    model.ask();
    assertThat(assistant.asked).isEmpty();
  }

  @Test
  void understandsFirstThenAnswers() {
    List<String> order = new ArrayList<>();
    model.understandingProperty().addListener((o, before, now) -> order.add("understood"));
    model
        .answerProperty()
        .addListener((o, before, now) -> order.add(now.getClass().getSimpleName()));
    model.ask(FakeAssistant.QUESTION);
    assertThat(order).startsWith("Loading", "understood").endsWith("Ready");
    assertThat(answer().headline().text()).isEqualTo("214");
    assertThat(model.questionProperty().get()).isEqualTo(FakeAssistant.QUESTION);
  }

  @Test
  void aChangedChipAsksTheSameQuestionAgain() {
    model.ask(FakeAssistant.QUESTION);
    model.choose("risk", "0.70");
    assertThat(assistant.asked).containsExactly(FakeAssistant.QUESTION, FakeAssistant.QUESTION);
    assertThat(assistant.lastOptions.overrides()).containsEntry("risk", "0.70");
    assertThat(answer().understanding().chips().get(2).words()).contains("0.70");
  }

  @Test
  void aNewQuestionForgetsTheChips() {
    model.ask(FakeAssistant.QUESTION);
    model.choose("risk", "0.70");
    model.ask("Revenue by channel");
    assertThat(assistant.lastOptions.overrides()).isEmpty();
  }

  @Test
  void whatIsNotUnderstoodHasNoNumber() {
    model.ask("How many moon customers are at risk?");
    assertThat(answer().understood()).isFalse();
    assertThat(answer().headline()).isNull();
    assertThat(answer().understanding().near()).hasSize(3);
  }

  @Test
  void aFaultKeepsItsCodeAndCanBeTriedAgain() {
    model.ask("fault");
    assertThat(model.answerProperty().get())
        .isInstanceOfSatisfying(
            Load.Failed.class,
            failed -> assertThat(failed.fault().code()).isEqualTo("C360-ASK-009"));
    model.again();
    assertThat(assistant.asked).containsExactly("fault", "fault");
  }

  @Test
  void upBringsTheLastQuestionBackIntoAnEmptyField() {
    model.recall();
    assertThat(model.questionProperty().get()).isEqualTo("Who is close to Gold?");
    model.questionProperty().set("half typed");
    model.recall();
    assertThat(model.questionProperty().get()).isEqualTo("half typed");
  }

  @Test
  void aNewStartClearsEverything() {
    model.ask(FakeAssistant.QUESTION);
    model.newQuestion();
    assertThat(model.answerProperty().get()).isInstanceOf(Load.Idle.class);
    assertThat(model.understandingProperty().get()).isNull();
    assertThat(model.questionProperty().get()).isEmpty();
  }

  @Test
  void aLocalModelIsUsedFromThenOn() {
    model.ask(FakeAssistant.QUESTION);
    model.useModel("qwen3:8b");
    assertThat(assistant.lastOptions.model()).isEqualTo("qwen3:8b");
    model.useModel(null);
    assertThat(assistant.lastOptions.model()).isNull();
  }

  @Test
  void dismissedInsightsCanBeRestored() {
    FakeInsights found = new FakeInsights();
    InsightsModel insights = new InsightsModel(found, FxJobs.sameThread());
    insights.read();
    var card = found.cards().getFirst();
    insights.dismiss(card, "Already known");
    assertThat(insights.shownProperty().get().value().cards()).hasSize(3);
    insights.restore(card);
    assertThat(insights.shownProperty().get().value().cards()).hasSize(4);
    insights.close();
  }
}
