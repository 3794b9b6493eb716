/// Commands that measure this machine beside a comparator or a goal.
@NullMarked
package io.customer360.app.command.bench;

import org.jspecify.annotations.NullMarked;
