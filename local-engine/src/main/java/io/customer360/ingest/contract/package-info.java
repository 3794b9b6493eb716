/// What rows must be: contracts, their rules, the judgement of a landing, and the quality of
/// sources.
@NullMarked
package io.customer360.ingest.contract;

import org.jspecify.annotations.NullMarked;
