/// What sets a segment apart on screen: traits with their lift, distributions, and the overlap with
/// other segments.
@NullMarked
package io.customer360.studio.ui.apart;

import org.jspecify.annotations.NullMarked;
