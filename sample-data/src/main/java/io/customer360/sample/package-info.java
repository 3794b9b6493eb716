/// The sample retailer Alder & Pine: source files with planted truth. Knows nobody.
@NullMarked
package io.customer360.sample;

import org.jspecify.annotations.NullMarked;
