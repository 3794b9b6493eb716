/// The pure core: from a customer's context, the catalogue, the policies and the state of contacts
/// and budgets to one ranked, explained decision. Same input, same output, byte for byte; nothing
/// here reads a clock, a database or a random source.
@NullMarked
package io.customer360.decision.arbitration;

import org.jspecify.annotations.NullMarked;
