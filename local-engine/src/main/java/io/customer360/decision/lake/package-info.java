/// What deciding needs from the lake, read in bulk: facts, consents, contacts, budgets and what
/// people said so far. Thousands of customers take one statement each.
@NullMarked
package io.customer360.decision.lake;

import org.jspecify.annotations.NullMarked;
