package io.customer360.assistant;

import java.time.Instant;

/// A question of the history.
///
/// @param sentence what was answered
/// @param planner `Built-in planner` or the model's name
public record AskedQuestion(
    long id,
    Instant askedAt,
    String question,
    boolean understood,
    String sentence,
    String planner,
    long millis) {}
