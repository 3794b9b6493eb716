/// Telephone numbers in the international form of ITU-T recommendation E.164, by the numbering
/// plans of libphonenumber. The one definition: SQL models reach it as `phone_e164`, the matcher as
/// a column's reader.
@NullMarked
package io.customer360.phone;

import org.jspecify.annotations.NullMarked;
