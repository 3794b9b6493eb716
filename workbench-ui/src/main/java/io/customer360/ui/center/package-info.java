/// The AI Command Center: ask in plain words, see what was understood, the answer with its
/// evidence, and what to do next; insight cards beside it.
@NullMarked
package io.customer360.ui.center;

import org.jspecify.annotations.NullMarked;
