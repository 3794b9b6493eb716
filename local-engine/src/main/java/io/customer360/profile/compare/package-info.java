/// Two customers side by side.
@NullMarked
package io.customer360.profile.compare;

import org.jspecify.annotations.NullMarked;
