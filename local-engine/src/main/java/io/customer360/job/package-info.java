/// Long work: progress, cancellation, result. The desktop and the command line run the same
/// [io.customer360.job.Job], each its own way; nothing here knows a screen.
@NullMarked
package io.customer360.job;

import org.jspecify.annotations.NullMarked;
