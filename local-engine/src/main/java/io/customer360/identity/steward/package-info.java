/// What people said about who is who: an append-only record of judgements, each of which can be
/// taken back, and the must-be-one and must-stay-apart pairs of records that follow from those in
/// force. Knows records by their id only; how they are matched is the business of the package
/// above.
@NullMarked
package io.customer360.identity.steward;

import org.jspecify.annotations.NullMarked;
