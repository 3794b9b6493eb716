package io.customer360.assistant.center;

import io.customer360.lakehouse.SchemaContribution;
import java.util.List;

/// The book of questions.
public final class AssistantSchema implements SchemaContribution {
  @Override
  public String area() {
    return "assistant";
  }

  @Override
  public List<String> statements() {
    return List.of(
        """
        create table if not exists ops.question (
          id bigint, asked_at timestamp, question varchar, understood boolean, plan varchar,
          sentence varchar, query varchar, snapshot varchar, planner varchar, model_digest varchar,
          prompt varchar, reply varchar, tokens_in bigint, tokens_out bigint, model_millis bigint,
          millis bigint, note varchar)
        """);
  }
}
