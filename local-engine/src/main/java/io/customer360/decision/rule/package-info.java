/// A small, safe, typed language over the facts of a customer: conditions and amounts as a person
/// would write them. It can compare and calculate, and nothing else: no loops, no calls out.
@NullMarked
package io.customer360.decision.rule;

import org.jspecify.annotations.NullMarked;
