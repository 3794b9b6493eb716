/// Who did what, provably: the audit chain (RFC 8785 canonical JSON, SHA-256 over the previous
/// hash), people and their roles, and the stop switch that halts agents and outbox. Knows nothing
/// of decisions.
@NullMarked
package io.customer360.governance;

import org.jspecify.annotations.NullMarked;
