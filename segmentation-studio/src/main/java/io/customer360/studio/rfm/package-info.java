/// Recency, frequency and monetary value of customers, from a file of purchases.
@NullMarked
package io.customer360.studio.rfm;

import org.jspecify.annotations.NullMarked;
