/// The built-in planner: reads a question with no language model. Tokens are matched against the
/// semantic layer's words and the data's own values, time phrases and thresholds are read by rules,
/// and what is left over decides: a word that carries meaning and was not understood makes a
/// refusal with near questions, never a guess.
@NullMarked
package io.customer360.assistant.planner;

import org.jspecify.annotations.NullMarked;
