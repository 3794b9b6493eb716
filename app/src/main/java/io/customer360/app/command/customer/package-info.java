/// Commands about one customer: the profile, and personas kept from it.
@NullMarked
package io.customer360.app.command.customer;

import org.jspecify.annotations.NullMarked;
