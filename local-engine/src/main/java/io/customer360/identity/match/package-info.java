/// The unsupervised record matcher: a Fellegi-Sunter model whose u comes from random pairs and
/// whose m and prior come from expectation maximisation, with dependent columns counted once, the
/// rarity of values counted, and clusters protected against bridges. Works on records in memory;
/// knows neither files nor a database.
@NullMarked
package io.customer360.identity.match;

import org.jspecify.annotations.NullMarked;
