/// People who are like those of a segment, with a check that it works.
@NullMarked
package io.customer360.studio.alike;

import org.jspecify.annotations.NullMarked;
