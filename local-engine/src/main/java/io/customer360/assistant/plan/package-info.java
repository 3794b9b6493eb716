/// What a question asks for, as data: typed tools with typed arguments, in the words of the
/// semantic layer. A plan is made by the built-in planner or by a local model, checked in its
/// constructors, and turned into queries by one executor. A plan has no effect.
@NullMarked
package io.customer360.assistant.plan;

import org.jspecify.annotations.NullMarked;
