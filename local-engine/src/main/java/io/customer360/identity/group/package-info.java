/// Things that belong together, group by group. Knows nobody.
@NullMarked
package io.customer360.identity.group;

import org.jspecify.annotations.NullMarked;
