/// Measurements that print a figure beside its comparator or its goal. Never run by the tests.
@NullMarked
package io.customer360.app.bench;

import org.jspecify.annotations.NullMarked;
