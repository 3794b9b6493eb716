/// What can go wrong, said twice: a code and a kind for programs, plain words for people. Every
/// engine package throws [io.customer360.fault.WorkbenchException]; each boundary (command line,
/// window, local API) maps it once.
@NullMarked
package io.customer360.fault;

import org.jspecify.annotations.NullMarked;
