package io.customer360.assistant.planner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.customer360.assistant.plan.Plan;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GoldenQuestionsTest {
  @Test
  void everyGoldenQuestionIsReadRightOrRefused() throws Exception {
    BuiltInPlanner planner = HandMadeWorld.planner();
    List<String> wrong = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    int questions = 0;
    try (InputStream in =
        BuiltInPlanner.class.getResourceAsStream(
            "/io/customer360/assistant/golden-questions.yaml")) {
      for (JsonNode golden : new YAMLMapper().readTree(in)) {
        questions++;
        String question = golden.path("ask").asText();
        Planned planned = planner.plan(question, Map.of());
        Plan plan = planned.plan();
        if (golden.has("refuse")) {
          if (plan != null) {
            wrong.add(question + "\n    should be refused, was " + plan.text());
          } else if (!planned
              .understanding()
              .unknown()
              .toString()
              .contains(golden.path("refuse").asText())) {
            wrong.add(question + "\n    other words marked: " + planned.understanding().unknown());
          }
        } else if (plan == null) {
          refused.add(
              question + "\n    " + planned.problem() + "  wanted " + golden.path("plan").asText());
        } else if (!plan.text().equals(golden.path("plan").asText())) {
          wrong.add(
              question + "\n    is  " + plan.text() + "\n    not " + golden.path("plan").asText());
        }
      }
    }
    assertThat(wrong).as("answered wrongly\n" + String.join("\n", wrong)).isEmpty();
    assertThat(refused).as("refused\n" + String.join("\n", refused)).isEmpty();
    assertThat(questions).isGreaterThanOrEqualTo(50);
  }
}
