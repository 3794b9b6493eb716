/// What a column holds (a surname, a date, a phone number ...), found from its name and its values,
/// and its values brought into one form: case, diacritics, punctuation, dates, phones, e-mails,
/// address words. What was read stays beside what was made of it.
@NullMarked
package io.customer360.identity.standard;

import org.jspecify.annotations.NullMarked;
