package io.customer360.assistant.llm;

import io.customer360.assistant.Answer;
import io.customer360.assistant.ModelServer;
import io.customer360.job.Progress;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/// Local language models as the assistant uses them.
public interface LocalModels {
  /// @param text empty when it was rejected
  /// @param problem why it was rejected, a plain sentence; empty otherwise
  record Narration(String text, String problem, ModelTrace trace) {}

  ModelServer server();

  /// Asks the model which tool answers the question.
  ModelPlan plan(String model, String question, LocalDate today, Progress progress)
      throws ModelFault;

  /// Asks the model to word an answer. Each sentence is passed on only after its numbers were found
  /// in the answer.
  Narration narrate(String model, Answer answer, Consumer<String> sentences, Progress progress)
      throws ModelFault;

  /// No server anywhere: the built-in planner alone.
  static LocalModels none() {
    return new LocalModels() {
      @Override
      public ModelServer server() {
        return new ModelServer("", false, "", "No local model is used.", List.of());
      }

      @Override
      public ModelPlan plan(String model, String question, LocalDate today, Progress progress)
          throws ModelFault {
        throw new ModelFault("No local model is set up", null, null);
      }

      @Override
      public Narration narrate(
          String model, Answer answer, Consumer<String> sentences, Progress progress)
          throws ModelFault {
        throw new ModelFault("No local model is set up", null, null);
      }
    };
  }
}
