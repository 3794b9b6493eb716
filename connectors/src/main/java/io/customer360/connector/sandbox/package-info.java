/// A receiver on this computer that behaves as real ones do: it answers 429 and 500, is silent,
/// bounces, closes. For demonstrations and for proving delivery.
@NullMarked
package io.customer360.connector.sandbox;

import org.jspecify.annotations.NullMarked;
