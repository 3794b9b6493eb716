/// What single values are: types, numbers and dates by their look, with how sure that is; numbers
/// in words.
@NullMarked
package io.customer360.ingest.value;

import org.jspecify.annotations.NullMarked;
