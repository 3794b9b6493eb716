/// The whole road, walked by one call: sample files, landing, refresh, decisions, approval,
/// delivery, verification. The demo, the first run of the desktop and `init --sample` are parts of
/// it.
@NullMarked
package io.customer360.app.road;

import org.jspecify.annotations.NullMarked;
