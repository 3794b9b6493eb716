package io.customer360.assistant.llm;

/// The tool a model chose, in the words of the semantic layer: the built-in planner reads and
/// checks them like any question.
public record ModelPlan(String tool, String request, ModelTrace trace) {}
