/// The model that weighs pairs: learned, kept, taught, and the people it is learned from.
@NullMarked
package io.customer360.identity.weigh;

import org.jspecify.annotations.NullMarked;
