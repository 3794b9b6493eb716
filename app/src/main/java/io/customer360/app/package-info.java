/// The program: command line and composition root.
@NullMarked
package io.customer360.app;

import org.jspecify.annotations.NullMarked;
