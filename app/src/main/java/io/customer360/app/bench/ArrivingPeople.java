package io.customer360.app.bench;

import io.customer360.lakehouse.Rows;
import io.customer360.lakehouse.Sql;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/// The sample's person records as they come in: most are there from the beginning, the others come
/// in batches. Of a batch two fifths are records of people nobody knew, two fifths are further
/// records of people who are known, and a fifth are known records that have changed: a new mailbox,
/// a new phone, another address or a name written otherwise. Which, a hash says, the same each
/// time.
final class ArrivingPeople {
  /// Of ten records of a batch.
  private static final int NEW_PEOPLE = 4;

  private static final int FURTHER = 4;
  private static final int CHANGED = 2;
  private static final int OF = 10;

  /// `comes` is the batch a record first comes with, 0 for the beginning; `changes` the one that
  /// changes it.
  private static final String PEOPLE =
      """
      create or replace table bench.person as
      with raw as (
        select * replace (coalesce(phone_e164(phone, null, 'GB'), phone) as phone)
        from read_csv(%1$s, all_varchar = true)),
      person as (
        select person, count(*) as records from raw group by person),
      stranger as (
        select person,
          1 + (sum(records) over (order by hash(person), person) - records) // %2$d as batch
        from person),
      placed as (
        select r.*, coalesce(case when s.batch <= %5$d then s.batch end, 0) as with_person,
          row_number() over (partition by r.person order by hash(r.id), r.id) as nth
        from raw r join stranger s using (person)),
      further as (
        select id, 1 + (row_number() over (order by hash(id || 'f'), id) - 1) // %3$d as batch
        from placed where with_person = 0 and nth = 2),
      coming as (
        select p.*, case when f.batch <= %5$d then f.batch else with_person end as comes
        from placed p left join further f using (id)),
      changing as (
        select id, 1 + (row_number() over (order by hash(id || 'c'), id) - 1) // %4$d as batch
        from coming where comes = 0)
      select c.* exclude (with_person, nth),
        case when g.batch <= %5$d then g.batch end as changes
      from coming c left join changing g using (id)
      """;

  /// As the sources' own models leave it: every source's persons, in the order of their ids.
  private static final String SOURCES =
      """
      create or replace table silver.source_person as
      with now as (
        select *, coalesce(changes <= %1$d, false) as changed, hash(id || 'd') %% 4 as how
        from bench.person where comes <= %1$d)
      select id as source_person_id, split_part(id, ':', 1) as source,
        split_part(id, ':', 2) as source_key, card as loyalty_id,
        null::varchar as first_name, null::varchar as last_name,
        case when changed and how = 0 then substr(name, 1, 1) || substr(name, 3) else name end
          as full_name,
        case when changed and how = 1 then 'new.' || (hash(id) %% 100000) || '@mail.example'
          else email end as email,
        case when changed and how = 2 then '+447' || (100000000 + hash(id) %% 800000000)
          else phone end as phone,
        coalesce(try_strptime(birth_date, '%%d/%%m/%%Y'), try_strptime(birth_date, '%%Y-%%m-%%d'))::date
          as birth_date,
        case when changed and how = 3 then (1 + hash(id) %% 90) || ' New Street' else street end
          as address,
        postcode, city, null::varchar as country, 'Europe/London' as zone,
        case when comes > 0 then timestamp '2026-11-01' + interval (comes) hour
          else timestamp '2015-01-01' + interval (hash(id) %% 4000) day end as created_at,
        case when changed then timestamp '2026-11-02' + interval (changes) hour
          when comes > 0 then timestamp '2026-11-01' + interval (comes) hour
          else timestamp '2015-01-01' + interval (hash(id) %% 4000 + hash(id) %% 200) day end
          as updated_at,
        split_part(id, ':', 1) || '.csv' as _file, null::bigint as _line
      from now
      order by source_person_id
      """;

  private ArrivingPeople() {}

  /// Records that come with batches, beside those that only change.
  static int coming(int batches, int size) {
    return Math.toIntExact((long) batches * size * (NEW_PEOPLE + FURTHER) / OF);
  }

  /// Reads a file of [SamplePeople] and says which record comes with which batch.
  static void read(Connection write, Path file, int batches, int size) throws SQLException {
    Rows.run(write, "create schema if not exists bench");
    Rows.run(write, "create schema if not exists silver");
    Rows.run(write, "create schema if not exists gold");
    Rows.run(
        write,
        PEOPLE.formatted(
            Sql.literal(file.toString()),
            Math.max(1, size * NEW_PEOPLE / OF),
            Math.max(1, size * FURTHER / OF),
            Math.max(1, size * CHANGED / OF),
            batches));
  }

  /// Brings the sources to what they hold once a batch has come.
  static void bring(Connection write, int batch) throws SQLException {
    Rows.run(write, SOURCES.formatted(batch));
    Rows.run(
        write,
        """
        create or replace table silver.loyalty_account as
        select loyalty_id, source_person_id from silver.source_person where source = 'loyalty'
        """);
  }
}
