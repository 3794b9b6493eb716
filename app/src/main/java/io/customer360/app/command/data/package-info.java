/// Commands of the lake: files go in, models are built, what is there is read and traced.
@NullMarked
package io.customer360.app.command.data;

import org.jspecify.annotations.NullMarked;
