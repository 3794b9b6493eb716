/// When records are one person: thresholds, what protects against joining strangers, and what a
/// link was made by.
@NullMarked
package io.customer360.identity.rules;

import org.jspecify.annotations.NullMarked;
