/// Which records are one person: rules and probable links, put together under constraints.
@NullMarked
package io.customer360.identity.cluster;

import org.jspecify.annotations.NullMarked;
