package io.customer360.profile;

import io.customer360.lakehouse.Lakehouse;
import io.customer360.lakehouse.Rows;
import io.customer360.profile.lake.LakeTables;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// People of one lifecycle, ordered by margin at risk. A list is read once per state of the data
/// and kept as one int a person.
final class NeighbourLists {
  private record Key(String snapshot, String lifecycle) {}

  private final Lakehouse lakehouse;
  private final Map<Key, int[]> lists = new HashMap<>();

  NeighbourLists(Lakehouse lakehouse) {
    this.lakehouse = lakehouse;
  }

  Optional<Neighbours> of(String customerId) {
    String snapshot = lakehouse.snapshotId();
    return lakehouse.read(
        connection -> {
          LakeTables tables = LakeTables.of(connection);
          Optional<CustomerRow> row = ContextReader.customer(connection, tables, customerId);
          String lifecycle = row.map(CustomerRow::lifecycle).orElse(null);
          if (row.isEmpty() || lifecycle == null) {
            return Optional.empty();
          }
          int[] list = list(connection, tables, new Key(snapshot, lifecycle));
          return place(list, lifecycle, row.get().customerId());
        });
  }

  private synchronized int[] list(Connection connection, LakeTables tables, Key key)
      throws SQLException {
    int[] known = lists.get(key);
    if (known == null) {
      lists.keySet().removeIf(other -> !other.snapshot().equals(key.snapshot()));
      known = read(connection, tables, key.lifecycle());
      lists.put(key, known);
    }
    return known;
  }

  private static int[] read(Connection connection, LakeTables tables, String lifecycle)
      throws SQLException {
    String atRisk =
        tables.has("gold.score")
            ? """
              left join (select customer_id, score from gold.score where model = 'churn') s
                using (customer_id)
              """
            : "cross join (select null::double as score) s";
    List<Integer> numbers =
        Rows.list(
            connection,
            """
            select c.customer_id[3:]::integer as number from gold.customer c %s
            where c.lifecycle = ?
            order by coalesce(s.score, 0) * greatest(0, c.margin_12m) desc, c.margin_12m desc, number
            """
                .formatted(atRisk),
            row -> row.getInt(1),
            lifecycle);
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  private static Optional<Neighbours> place(int[] list, String name, String customerId) {
    int number = Integer.parseInt(customerId.substring(2));
    for (int i = 0; i < list.length; i++) {
      if (list[i] == number) {
        return Optional.of(
            new Neighbours(name, i + 1L, list.length, at(list, i - 1), at(list, i + 1)));
      }
    }
    return Optional.empty();
  }

  private static @Nullable String at(int[] list, int place) {
    return place < 0 || place >= list.length ? null : LakeProfiles.id(list[place]);
  }
}
