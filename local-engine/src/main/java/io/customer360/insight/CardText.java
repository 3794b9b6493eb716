package io.customer360.insight;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.customer360.assistant.ActionTarget;
import io.customer360.fault.WorkbenchException;

/// Cards as JSON, for `ops.insight`.
final class CardText {
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = ActionTarget.Queue.class, name = "queue"),
    @JsonSubTypes.Type(value = ActionTarget.Customers.class, name = "customers"),
    @JsonSubTypes.Type(value = ActionTarget.Profile.class, name = "profile"),
    @JsonSubTypes.Type(value = ActionTarget.Question.class, name = "question"),
    @JsonSubTypes.Type(value = ActionTarget.Segment.class, name = "segment")
  })
  private interface Tagged {}

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addMixIn(ActionTarget.class, Tagged.class)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private CardText() {}

  static String write(InsightCard card) {
    try {
      return JSON.writeValueAsString(card);
    } catch (JsonProcessingException e) {
      throw WorkbenchException.internal("C360-INS-001", "A card could not be kept.", e);
    }
  }

  static InsightCard read(String text) {
    try {
      return JSON.readValue(text, InsightCard.class);
    } catch (JsonProcessingException e) {
      throw WorkbenchException.internal("C360-INS-002", "A kept card cannot be read.", e);
    }
  }
}
