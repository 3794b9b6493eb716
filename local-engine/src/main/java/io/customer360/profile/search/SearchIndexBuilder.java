package io.customer360.profile.search;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;

/// Reads `gold.customer` once per field, each time in the order the index wants, so that Java never
/// sorts a million texts.
public final class SearchIndexBuilder {
  private int[] numbers = new int[1 << 10];
  private byte[] standing = new byte[1 << 10];
  private byte[] nameLength = new byte[1 << 10];

  /// Nobody, for a lake without customers.
  public static SearchIndex empty() {
    SortedTexts none = new SortedTexts.Builder().build();
    return new SearchIndex(
        new int[0],
        new byte[0],
        new byte[0],
        new WordIndex.Builder().build(),
        none,
        none,
        none,
        none);
  }

  public SearchIndex build(Connection connection) throws SQLException {
    WordIndex names = people(connection);
    return new SearchIndex(
        numbers,
        standing,
        nameLength,
        names,
        texts(connection, "lower(email)"),
        texts(connection, national()),
        texts(connection, "reverse(regexp_replace(phone, '\\D', '', 'g'))"),
        texts(connection, "upper(replace(postcode, ' ', ''))"));
  }

  private WordIndex people(Connection connection) throws SQLException {
    WordIndex.Builder names = new WordIndex.Builder();
    int size = 0;
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select customer_id[3:]::integer as number, full_name,
                  least(255, 20 * ln(1 + greatest(0, coalesce(revenue, 0))))::integer
                from gold.customer order by number
                """)) {
      while (rows.next()) {
        if (size == numbers.length) {
          numbers = Arrays.copyOf(numbers, size * 2);
          standing = Arrays.copyOf(standing, size * 2);
          nameLength = Arrays.copyOf(nameLength, size * 2);
        }
        numbers[size] = rows.getInt(1);
        standing[size] = (byte) rows.getInt(3);
        String name = rows.getString(2);
        if (name != null) {
          List<String> words = Folding.words(name);
          nameLength[size] = (byte) Math.min(words.size(), 127);
          for (String word : words) {
            names.add(word, size);
          }
        }
        size++;
      }
    }
    numbers = Arrays.copyOf(numbers, size);
    standing = Arrays.copyOf(standing, size);
    nameLength = Arrays.copyOf(nameLength, size);
    return names.build();
  }

  private SortedTexts texts(Connection connection, String expression) throws SQLException {
    SortedTexts.Builder texts = new SortedTexts.Builder();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select customer_id[3:]::integer as number, "
                    + expression
                    + " as text from gold.customer where text <> '' order by text, number")) {
      while (rows.next()) {
        texts.add(rows.getString(2), Arrays.binarySearch(numbers, rows.getInt(1)));
      }
    }
    return texts.build();
  }

  /// The same as [PhoneDigits#national], said in SQL for a whole column.
  private static String national() {
    return """
        regexp_replace(regexp_replace(regexp_replace(phone, '[^\\d+]', '', 'g'),
          '^(\\+|00)(353|351|420|48|44|49|33|31|32|34|39|41|43|45|46|47|90|61|64|91|1)', ''),
          '^[+0]+', '')
        """;
  }
}
