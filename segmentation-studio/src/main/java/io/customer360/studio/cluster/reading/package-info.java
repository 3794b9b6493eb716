/// What makes a clustering readable: profiles in original units, rules, names, a map.
@NullMarked
package io.customer360.studio.cluster.reading;

import org.jspecify.annotations.NullMarked;
