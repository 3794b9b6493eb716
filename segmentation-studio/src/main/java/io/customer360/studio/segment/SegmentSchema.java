package io.customer360.studio.segment;

import java.util.List;

/// The tables of segments in `ops`: what cannot be computed again from the data of today.
final class SegmentSchema {
  private SegmentSchema() {}

  static List<String> statements() {
    return List.of(
        """
        create table if not exists ops.segment_entry (
          segment varchar not null,
          customer_id varchar not null,
          since timestamp not null,
          primary key (segment, customer_id)
        )""",
        """
        create table if not exists ops.segment_list (
          segment varchar not null,
          entry varchar not null,
          source_person_id varchar not null
        )""",
        """
        create table if not exists ops.segment_version (
          segment varchar not null,
          version integer not null,
          title varchar,
          author varchar,
          saved_at timestamp,
          definition varchar,
          customers bigint,
          everyone bigint,
          margin_12m double
        )""",
        """
        create table if not exists ops.segment_run (
          segment varchar not null,
          as_of timestamp not null,
          version integer,
          definition varchar,
          customers bigint,
          entered bigint,
          departed bigint
        )""",
        """
        create table if not exists ops.segment_move (
          segment varchar not null,
          as_of timestamp not null,
          customer_id varchar not null,
          direction varchar not null,
          reason varchar not null
        )""",
        "alter table ops.segment_move add column if not exists figure double",
        """
        create table if not exists ops.segment_mask (
          segment varchar not null,
          masks utinyint[]
        )""",
        """
        create table if not exists ops.segment_population (
          position integer not null,
          customer_id varchar not null,
          source_person_id varchar
        )""");
  }
}
