/// A file of purchases as a table: who, when, how much, in which order.
@NullMarked
package io.customer360.studio.purchase;

import org.jspecify.annotations.NullMarked;
