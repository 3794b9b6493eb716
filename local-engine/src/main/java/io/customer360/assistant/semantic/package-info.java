/// The field's words and what they are computed from, read from one text (`semantic.yaml`):
/// measures with formula, grain, unit and owner; dimensions; attributes of a customer; activities;
/// named filters. Planner, query writer, insight detectors and model tools all read this one layer,
/// so a word means the same everywhere.
@NullMarked
package io.customer360.assistant.semantic;

import org.jspecify.annotations.NullMarked;
