/// The command line: one class a command, those of one part of the program in a package below. A
/// command reads its options, asks the engine, and prints through
/// [io.customer360.app.console.Output]: one JSON document or plain text on standard output,
/// progress on standard error. No command holds logic of the field.
@NullMarked
package io.customer360.app.command;

import org.jspecify.annotations.NullMarked;
