/// Pairs and links as a steward is shown them.
@NullMarked
package io.customer360.identity.read;

import org.jspecify.annotations.NullMarked;
