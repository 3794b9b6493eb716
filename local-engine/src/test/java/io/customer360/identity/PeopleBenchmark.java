package io.customer360.identity;

import io.customer360.identity.resolve.Resolution;
import io.customer360.identity.rules.IdentityRules;
import io.customer360.identity.weigh.SourceReliability;
import io.customer360.job.Progress;
import io.customer360.lakehouse.SqlFunctions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Locale;

/// Measures identity resolution on invented people, with their truth. Run by hand:
/// `PeopleBenchmark PEOPLE FOLDER`; leaves the lake as `FOLDER/people.duckdb`.
final class PeopleBenchmark {
  private PeopleBenchmark() {}

  public static void main(String[] arguments) throws Exception {
    int people = Integer.parseInt(arguments[0]);
    Path file = Path.of(arguments[1], "people.duckdb");
    Files.createDirectories(file.getParent());
    Files.deleteIfExists(file);
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file)) {
      SqlFunctions.register(connection);
      prepare(connection, people);
      long start = System.nanoTime();
      Progress printing =
          new Progress() {
            @Override
            public void stage(String words) {
              System.out.printf(Locale.ROOT, "%6.2f s  %s%n", seconds(start), words);
            }

            @Override
            public void fraction(double done) {}

            @Override
            public boolean cancelled() {
              return false;
            }

            @Override
            public AutoCloseable onCancel(Runnable action) {
              return () -> {};
            }
          };
      run(connection, "begin transaction");
      new Resolution(SourceReliability.DEFAULT, IdentityRules.DEFAULT, "benchmark", 7)
          .run(connection, Instant.parse("2026-11-20T09:40:00Z"), printing);
      System.out.printf(Locale.ROOT, "%6.2f s  done%n", seconds(start));
      run(connection, "commit");
      System.out.printf(Locale.ROOT, "%6.2f s  committed%n", seconds(start));
      report(connection);
    }
  }

  private static void prepare(Connection connection, int people) throws SQLException {
    run(
        connection,
        "set memory_limit = '3GB'; set threads = 2; set preserve_insertion_order = true");
    run(connection, "create schema silver; create schema gold; create schema ops");
    for (String statement : new IdentitySchema().statements()) {
      run(connection, statement);
    }
    run(connection, "select setseed(0.7)");
    run(
        connection,
        """
        create table person as
        select p, ['an','be','ca','do','el','fa','gi','ha','is','jo','ka','li','mo','na','ol','pa'][1 + (hash(p, 1) % 16)::int]
            || ['ra','sin','mund','lie','vana','ck','drew','mes','than','bel'][1 + (hash(p, 2) % 10)::int]
            || ['', 'a', 'o', 'y', 'ine', 'us'][1 + (hash(p, 3) % 6)::int] as first,
          ['ok','ha','mac','smi','wil','dra','ste','kow','ber','lin','pet','gar'][1 + (hash(p, 4) % 12)::int]
            || ['for','der','lean','thers','son','gen','ven','alski','gman','dq','ers','cia'][1 + (hash(p, 5) % 12)::int]
            || ['', 's', 'ley', 'ton', 'wick', 'by', 'ham', 'worth', 'man', 'ford'][1 + (hash(p, 6) % 10)::int]
            || ['', 'e', 'er', 'is'][1 + (hash(p, 7) % 4)::int] as last
        from range(PEOPLE) t(p)
        """
            .replace("PEOPLE", String.valueOf(people)));
    run(
        connection,
        """
        create table silver.source_person as
        with record as (
          select p, first, last, unnest(['crm', 'webshop', 'pos', 'app', 'loyalty']) as source,
            unnest([0.7, 0.6, 0.35, 0.3, 0.45]) as share, unnest([1, 2, 3, 4, 5]) as s
          from person
        )
        select source || ':' || p as source_person_id, source, p::varchar as source_key,
          case when s in (3, 5) or hash(p, s, 8) % 3 = 0 then 'LY' || p end as loyalty_id,
          case when s <> 3 then first end as first_name, case when s <> 3 then last end as last_name,
          case when s = 3 then upper(first[1]) || ' ' || upper(last) end as full_name,
          case when s in (1, 2, 4) and hash(p, s, 9) % 10 < 9
            then first || '.' || last || p || '@example.net' end as email,
          case when hash(p, s, 10) % 10 < 6 then '+447' || lpad(p::varchar, 9, '5') end as phone,
          case when s in (1, 5) then date '1950-01-01' + (p % 18000)::int end as birth_date,
          (hash(p, s) % 100)::varchar || ' ' || last || ' Street' as address,
          'LS' || (p % 30) || ' ' || (p % 10) || 'AB' as postcode, 'Leeds' as city,
          'GB' as country, 'Europe/London' as zone,
          timestamp '2015-01-01' + interval (hash(p, s, 11) % 4000) day as created_at,
          timestamp '2015-01-01' + interval (hash(p, s, 11) % 4000 + 200) day as updated_at,
          source || '.csv' as _file, p as _line
        from record where hash(p, s, 12) % 1000 < share * 1000
        """);
    run(
        connection,
        "create table silver.loyalty_account as select loyalty_id, source_person_id"
            + " from silver.source_person where source = 'loyalty'");
    run(
        connection,
        """
        create table silver.order_line as
        select source_person_id, timestamp '2024-01-01' + interval (hash(source_person_id, i) % 1000) day
          as ordered_at
        from silver.source_person, range(2) r(i) where source in ('webshop', 'pos')
        """);
  }

  private static void report(Connection connection) throws SQLException {
    for (String query :
        new String[] {
          "select count(*) from silver.source_person",
          "select count(distinct customer_id) from gold.identity_link",
          "select rule, count(*) from gold.identity_link group by 1 order by 2 desc",
          "select count(*) from gold.golden_field",
          "select rule, count(*) from gold.golden_field group by 1 order by 2 desc limit 8",
          """
          with l as (select split_part(source_person_id, ':', 2) p, customer_id from gold.identity_link),
          c as (select count(*) n from l group by p, customer_id),
          t as (select count(*) n from l group by p), f as (select count(*) n from l group by customer_id)
          select (select sum(n*(n-1)/2) from c) / (select sum(n*(n-1)/2) from f) as precision,
            (select sum(n*(n-1)/2) from c) / (select sum(n*(n-1)/2) from t) as recall
          """
        }) {
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery(query)) {
        while (rows.next()) {
          StringBuilder line = new StringBuilder();
          for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            line.append(rows.getString(i)).append("  ");
          }
          System.out.println(line);
        }
      }
    }
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
