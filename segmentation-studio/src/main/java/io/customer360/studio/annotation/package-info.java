/// What happened beside the customers' own doing: campaigns that were sent, customers that were
/// merged. Marked on what is drawn over time.
@NullMarked
package io.customer360.studio.annotation;

import org.jspecify.annotations.NullMarked;
