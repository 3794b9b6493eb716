package io.customer360.assistant.planner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.customer360.assistant.UnknownSpan;
import io.customer360.assistant.plan.Plan;
import io.customer360.assistant.semantic.SemanticLayer;
import io.customer360.fault.WorkbenchException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// How well the built-in planner reads the golden questions: questions with the plan they stand
/// for, and questions that must be refused, in a small world of their own.
///
/// @param right read as meant, or refused where that is right
/// @param refused refused although it could have been read
/// @param wrong read as something else: confident and wrong
/// @param faults one entry for each refused or wrong question
public record PlannerEvaluation(
    int questions, int right, int refused, int wrong, List<String> faults) {
  private static final String GOLDEN = "/io/customer360/assistant/golden-questions.yaml";

  public PlannerEvaluation {
    faults = List.copyOf(faults);
  }

  public static PlannerEvaluation run() {
    BuiltInPlanner planner =
        new BuiltInPlanner(
            SemanticLayer.bundled(),
            GoldenWorld.VALUES,
            GoldenWorld.PEOPLE,
            () -> GoldenWorld.TODAY,
            "20 Nov 2026, 09:40");
    try (InputStream in =
        Objects.requireNonNull(PlannerEvaluation.class.getResourceAsStream(GOLDEN), GOLDEN)) {
      return judge(planner, new YAMLMapper().readTree(in));
    } catch (IOException e) {
      throw WorkbenchException.internal(
          "C360-ASK-030", "The golden questions could not be read.", e);
    }
  }

  private static PlannerEvaluation judge(BuiltInPlanner planner, JsonNode golden) {
    int right = 0;
    int refused = 0;
    int wrong = 0;
    List<String> faults = new ArrayList<>();
    for (JsonNode entry : golden) {
      String question = entry.path("ask").asText();
      Planned planned = planner.plan(question, Map.of());
      Plan plan = planned.plan();
      String wanted = entry.path("plan").asText("");
      if (wanted.isEmpty()) {
        String marked =
            String.join(
                " ", planned.understanding().unknown().stream().map(UnknownSpan::text).toList());
        if (plan != null) {
          wrong++;
          faults.add(question + "\n  should be refused, was read as: " + plan.text());
        } else if (!marked.contains(entry.path("refuse").asText())) {
          refused++;
          faults.add(question + "\n  refused, but other words are marked: " + marked);
        } else {
          right++;
        }
      } else if (plan == null) {
        refused++;
        faults.add(question + "\n  refused: " + planned.problem());
      } else if (plan.text().equals(wanted)) {
        right++;
      } else {
        wrong++;
        faults.add(question + "\n  is     " + plan.text() + "\n  wanted " + wanted);
      }
    }
    return new PlannerEvaluation(golden.size(), right, refused, wrong, faults);
  }
}
