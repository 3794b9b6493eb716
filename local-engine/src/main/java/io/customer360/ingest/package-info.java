/// From a file to rows one can trust: what kind of file it is, what its columns mean, landed as
/// received, checked by the contract of its dataset, the bad rows held back with a reason.
///
/// The face is [io.customer360.ingest.Ingest]. Rows received are always good + quarantined +
/// duplicates.
@NullMarked
package io.customer360.ingest;

import org.jspecify.annotations.NullMarked;
