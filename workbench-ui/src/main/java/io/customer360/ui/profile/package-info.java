/// The 360 Profile: find a customer, see everything known of him on one screen, and why the next
/// best action is what it is. Knows the faces `profile.Profiles`, `model.Models` and
/// `decision.Decisions`.
@NullMarked
package io.customer360.ui.profile;

import org.jspecify.annotations.NullMarked;
