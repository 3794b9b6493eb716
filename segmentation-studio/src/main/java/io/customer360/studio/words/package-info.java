/// Segments from words: the planner of the command center reads the sentence, and what it
/// understood becomes a rule tree. Exact or refused, never guessed.
@NullMarked
package io.customer360.studio.words;

import org.jspecify.annotations.NullMarked;
