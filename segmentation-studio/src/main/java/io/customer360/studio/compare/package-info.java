/// What sets one group of customers apart from another, and how groups overlap.
@NullMarked
package io.customer360.studio.compare;

import org.jspecify.annotations.NullMarked;
