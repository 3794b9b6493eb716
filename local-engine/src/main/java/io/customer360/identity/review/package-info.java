/// Pairs of records that a person should judge: which ones, in what order, and everything needed to
/// judge one of them on one page.
@NullMarked
package io.customer360.identity.review;

import org.jspecify.annotations.NullMarked;
