/// Which destinations a workspace has, as text a person can read, and how they are opened.
@NullMarked
package io.customer360.connector.setup;

import org.jspecify.annotations.NullMarked;
