/// What the names in rules mean: fields of a customer, events and their fields, each with type,
/// unit and meaning, as far as the lake has them; and the check of a rule against them.
@NullMarked
package io.customer360.studio.field;

import org.jspecify.annotations.NullMarked;
