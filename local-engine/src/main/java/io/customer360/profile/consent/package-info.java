/// What a customer allows, by purpose and channel.
@NullMarked
package io.customer360.profile.consent;

import org.jspecify.annotations.NullMarked;
