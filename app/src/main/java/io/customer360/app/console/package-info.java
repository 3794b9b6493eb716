/// What commands print with and read their options by: the base of every command, the answer on
/// standard output, progress and failures on standard error, the customer that words mean. Knows no
/// command.
@NullMarked
package io.customer360.app.console;

import org.jspecify.annotations.NullMarked;
