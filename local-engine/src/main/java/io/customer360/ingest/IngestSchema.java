package io.customer360.ingest;

import io.customer360.lakehouse.SchemaContribution;
import java.util.List;

/// The tables of `ops` that ingestion owns.
public final class IngestSchema implements SchemaContribution {
  @Override
  public String area() {
    return "ingest";
  }

  @Override
  public List<String> statements() {
    return List.of(
        """
        create table if not exists ops.landing (
          landing varchar primary key,
          number bigint not null,
          dataset varchar not null,
          source varchar not null,
          file varchar not null,
          sha256 varchar not null,
          bytes bigint not null,
          received_at timestamp not null,
          mapping varchar not null,
          mapping_revision integer not null,
          rows bigint not null,
          accepted bigint not null,
          quarantined bigint not null,
          duplicates bigint not null
        )""",
        // Lines of a landing that the bronze view does not show as they were received.
        """
        create table if not exists ops.landing_left_out (
          landing varchar not null,
          line bigint not null,
          why varchar not null
        )""",
        """
        create table if not exists ops.landing_column (
          landing varchar not null,
          field varchar not null,
          rows bigint not null,
          empty bigint not null,
          median double,
          latest timestamp
        )""",
        // The contract a landing was judged by.
        """
        create table if not exists ops.landing_contract (
          landing varchar primary key,
          contract varchar not null
        )""",
        """
        create table if not exists ops.quarantine (
          quarantine_id bigint primary key,
          dataset varchar not null,
          source varchar not null,
          landing varchar not null,
          file varchar not null,
          line bigint not null,
          field varchar not null,
          rule varchar not null,
          value varchar not null,
          hint varchar not null,
          raw varchar not null,
          status varchar not null,
          note varchar not null
        )""");
  }
}
