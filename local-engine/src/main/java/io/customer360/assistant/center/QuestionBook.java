package io.customer360.assistant.center;

import io.customer360.assistant.Answer;
import io.customer360.assistant.AskedQuestion;
import io.customer360.assistant.llm.ModelTrace;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.lakehouse.Rows;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Keeps every question with its plan, query and, when a model took part, its prompt and reply.
final class QuestionBook {
  private final Lakehouse lakehouse;
  private final Clock clock;

  QuestionBook(Lakehouse lakehouse, Clock clock) {
    this.lakehouse = lakehouse;
    this.clock = clock;
  }

  void write(Answer answer, String plan, @Nullable ModelTrace trace) {
    Instant now = clock.instant();
    lakehouse.write(
        c ->
            Rows.update(
                c,
                """
                insert into ops.question
                select coalesce(max(id), 0) + 1, ?::timestamp, ?, ?::boolean, ?, ?, ?, ?, ?, ?, ?, ?,
                  ?::bigint, ?::bigint, ?::bigint, ?::bigint, ?
                from ops.question
                """,
                now,
                answer.question(),
                answer.understood(),
                plan,
                answer.sentence(),
                answer.evidence().query(),
                answer.evidence().snapshot(),
                answer.planner().words(),
                answer.planner().digest(),
                trace == null ? null : trace.prompt(),
                trace == null ? null : trace.reply(),
                trace == null ? null : trace.tokensIn(),
                trace == null ? null : trace.tokensOut(),
                trace == null ? null : trace.millis(),
                answer.millis(),
                answer.planner().note()));
  }

  List<AskedQuestion> newest(int limit) {
    return lakehouse.read(
        c ->
            Rows.list(
                c,
                "select id, asked_at, question, understood, sentence, planner, millis"
                    + " from ops.question order by id desc limit ?",
                row ->
                    new AskedQuestion(
                        row.getLong("id"),
                        Objects.requireNonNullElse(Rows.instant(row, "asked_at"), Instant.EPOCH),
                        row.getString("question"),
                        row.getBoolean("understood"),
                        row.getString("sentence"),
                        row.getString("planner"),
                        row.getLong("millis")),
                limit));
  }
}
