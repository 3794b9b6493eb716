/// Looks whether this computer has what the program needs, and says what to do where it has not.
@NullMarked
package io.customer360.app.doctor;

import org.jspecify.annotations.NullMarked;
