package io.customer360.ingest;

import io.customer360.ingest.contract.QualityCheck;
import java.util.List;

/// What became of one file. Always `rows = accepted + quarantined + duplicates`.
///
/// @param file file name
/// @param mapping name and revision of the mapping used: `webshop-transaction 2`
/// @param landing id of the landing; of the earlier one when the file had been imported before
/// @param unchanged true when the file had been imported before: nothing was changed
/// @param remarks plain words worth showing
/// @param alarms what the file's quality checks found; empty for a file that was not landed
public record ImportReport(
    String file,
    String dataset,
    String source,
    long rows,
    long accepted,
    long quarantined,
    long duplicates,
    String mapping,
    double seconds,
    String landing,
    boolean unchanged,
    List<String> remarks,
    List<QualityCheck> alarms) {}
