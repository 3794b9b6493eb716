/// The command center's mind, seen from outside: ask a question in plain words, get what was
/// understood, one headline number, the money at stake, charts, rows, the query behind them and a
/// next action. Only records and faces live here; the semantic layer, the planner, the query
/// executor and the local language model each have a room of their own below it, and depend on this
/// one. Nothing in here has an effect: an answer may end in a proposal, never in a deed.
@NullMarked
package io.customer360.assistant;

import org.jspecify.annotations.NullMarked;
