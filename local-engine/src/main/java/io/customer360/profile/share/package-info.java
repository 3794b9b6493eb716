/// What leaves the profile: masked copies, and customers frozen as test personas.
@NullMarked
package io.customer360.profile.share;

import org.jspecify.annotations.NullMarked;
