package io.customer360.studio.segment;

import io.customer360.fault.WorkbenchException;
import io.customer360.lakehouse.Lakehouse;
import io.customer360.lakehouse.Rows;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The people of static lists. An entry is what was given, a customer number, an e-mail address, a
/// phone number or a loyalty number, and the record it belongs to; so that a list says who is meant
/// also after customers were merged or split.
public final class SegmentLists {
  private static final int MOST = 2_000_000;

  private final Lakehouse lakehouse;

  public SegmentLists(Lakehouse lakehouse) {
    this.lakehouse = lakehouse;
  }

  /// What came of giving people.
  ///
  /// @param given different entries
  /// @param customers different customers found for them
  /// @param unmatched entries nobody was found for, in the order given
  public record Matched(int given, int customers, List<String> unmatched) {
    public Matched {
      unmatched = List.copyOf(unmatched);
    }
  }

  /// Reads entries from a file: one a line, or the first column of a CSV with or without a header.
  public static List<String> read(Path file) {
    try {
      Set<String> entries = new LinkedHashSet<>();
      int number = 0;
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        number++;
        String entry = line.split("[,;\\t]", 2)[0].strip();
        if (entry.startsWith("\"") && entry.endsWith("\"") && entry.length() > 1) {
          entry = entry.substring(1, entry.length() - 1);
        }
        boolean header =
            number == 1
                && entry
                    .toLowerCase(Locale.ROOT)
                    .matches("\\ufeff?[a-z_ -]*(id|mail|phone|number)");
        if (!entry.isEmpty() && !header) {
          entries.add(entry);
        }
      }
      if (entries.size() > MOST) {
        throw WorkbenchException.user(
            "C360-SEG-070", file + " has more than " + MOST + " entries.");
      }
      return List.copyOf(entries);
    } catch (NoSuchFileException e) {
      throw WorkbenchException.user("C360-SEG-093", "There is no file " + file + ".");
    } catch (IOException e) {
      throw WorkbenchException.user("C360-SEG-071", "Cannot read " + file + " as UTF-8 text.");
    }
  }

  /// Adds people to a list; those already on it stay once.
  public Matched add(String segment, List<String> entries) {
    return lakehouse.write(
        connection -> {
          Matched matched = match(connection, entries);
          Rows.update(
              connection,
              "insert into ops.segment_list select ?, entry, record from list_match"
                  + " where record is not null and not exists (select 1 from ops.segment_list s"
                  + " where s.segment = ? and s.source_person_id = list_match.record)",
              segment,
              segment);
          return matched;
        });
  }

  /// Takes people off a list.
  public Matched remove(String segment, List<String> entries) {
    return lakehouse.write(
        connection -> {
          Matched matched = match(connection, entries);
          Rows.update(
              connection,
              "delete from ops.segment_list where segment = ? and source_person_id in ("
                  + "select l.source_person_id from gold.identity_link l join list_match m"
                  + " on m.customer_id = l.customer_id)",
              segment);
          return matched;
        });
  }

  /// Finds a customer for each entry, and one of the customer's records as its anchor.
  private static Matched match(Connection connection, List<String> entries) throws SQLException {
    List<String> distinct = new ArrayList<>(new LinkedHashSet<>(entries));
    Object given = connection.createArrayOf("VARCHAR", distinct.toArray());
    Rows.run(connection, "create or replace temp table list_entry (entry varchar)");
    Rows.update(connection, "insert into list_entry select unnest(?)", given);
    Rows.run(
        connection,
        """
        create or replace temp table list_match as
        with known as (
          select customer_id, upper(customer_id) as word from gold.customer
          union all
          select customer_id, upper(email) from gold.customer where email is not null
          union all
          select customer_id, upper(loyalty_id) from gold.customer where loyalty_id is not null
          union all
          select customer_id, regexp_replace(phone, '[^0-9+]', '', 'g')
          from gold.customer where phone is not null
          union all
          select l.customer_id, upper(regexp_extract(l.source_person_id, ':email:(.*)$', 1))
          from gold.identity_link l where contains(l.source_person_id, ':email:')
        ),
        asked as (
          select entry, upper(entry) as word from list_entry
          union
          select entry, regexp_replace(entry, '[^0-9+]', '', 'g') from list_entry
          where regexp_matches(entry, '^[+0-9 ()-]{6,}$')
        ),
        found as (
          select a.entry, min(k.customer_id) as customer_id, count(distinct k.customer_id) as n
          from asked a join known k on k.word = a.word
          group by a.entry
        )
        select e.entry, f.customer_id,
          (select min(l.source_person_id) from gold.identity_link l
            where l.customer_id = f.customer_id) as record
        from list_entry e
        left join found f on f.entry = e.entry and f.n = 1""");
    List<String> unmatched =
        Rows.list(
            connection,
            "select entry from list_match where record is null order by entry",
            row -> row.getString(1));
    int customers =
        (int)
            Rows.number(
                connection,
                "select count(distinct customer_id) from list_match where record is not null");
    return new Matched(distinct.size(), customers, unmatched);
  }
}
