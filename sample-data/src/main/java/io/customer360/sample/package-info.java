/// Alder & Pine, an invented outdoor retailer: seven source systems with their own ids, formats,
/// time zones and dirt, and the truth beside them.
///
/// [SampleData#write] makes a folder that is the same, byte for byte, for the same
/// [SampleSpec]. Behaviour is generated from causes: each person has a buying rhythm, a patience
/// and a reachability; late parcels and bad answers wear the patience down; a person who gives up
/// opens fewer e-mails and buys no more. So a model has something true to learn, and `truth/`
/// says how well it learned it.
///
/// This room knows no other module: it writes files, as the real systems would.
@NullMarked
package io.customer360.sample;

import org.jspecify.annotations.NullMarked;
