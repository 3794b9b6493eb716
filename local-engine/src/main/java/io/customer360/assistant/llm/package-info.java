/// A local language model, when there is one: found, asked to choose one of the typed tools, and
/// asked to word what the tools found. Its numbers are checked against the results; on any fault
/// the built-in planner answers. Text out of customer data reaches it only as delimited data.
@NullMarked
package io.customer360.assistant.llm;

import org.jspecify.annotations.NullMarked;
