/// Tests of the sample company.
@NullMarked
package io.customer360.sample;

import org.jspecify.annotations.NullMarked;
