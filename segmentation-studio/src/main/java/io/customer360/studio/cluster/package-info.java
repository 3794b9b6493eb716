/// Clustering from columns of numbers to a result a person can read: the request, the run, the
/// report. The methods themselves are in the packages below.
@NullMarked
package io.customer360.studio.cluster;

import org.jspecify.annotations.NullMarked;
