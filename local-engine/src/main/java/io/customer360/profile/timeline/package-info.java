/// What happened to a customer, in order, and the stages that make of it.
@NullMarked
package io.customer360.profile.timeline;

import org.jspecify.annotations.NullMarked;
