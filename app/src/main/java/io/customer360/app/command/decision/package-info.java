/// Commands of decisions: what agents propose, what people let go, its delivery and the log of it.
@NullMarked
package io.customer360.app.command.decision;

import org.jspecify.annotations.NullMarked;
