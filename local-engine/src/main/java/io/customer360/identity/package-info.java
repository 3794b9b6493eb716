/// Which source records are one person. Exact rules over normalised identifiers join records by
/// union-find, identifiers that many people share are blocked and reported, every joined record
/// keeps the rule that attached it, and every golden field keeps its source, its rule and the
/// values it was preferred to. Customer ids are stable: a registry remembers them across runs.
@NullMarked
package io.customer360.identity;

import org.jspecify.annotations.NullMarked;
