package io.customer360.identity.resolve;

import io.customer360.identity.cluster.ClusterBuilder;
import io.customer360.identity.rules.IdentifierKind;
import io.customer360.lakehouse.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.function.Function;

/// The groups of records with one identifier that a new, changed or gone record joined or left.
/// Other groups are as they were: what was refused of them, and why, still holds.
///
/// Leaves `identity_group_key` (kind, value: the identifiers of those records), `identity_mate`
/// (who has one of them now) and `identity_crowded` (those that too many records have).
final class SharedIdentifiers {
  /// The rows of `identity_mate` as [ClusterBuilder] reads a table of records.
  static final String MATES =
      """
      (select value as {{key}}, placeholder as {{placeholder}}, first_key, last_key
        from identity_mate where kind = '{{kind}}')
      """;

  private final Connection connection;
  private final int mostRecords;

  SharedIdentifiers(Connection connection, int mostRecords) {
    this.connection = connection;
    this.mostRecords = mostRecords;
  }

  /// Notes the identifiers, while the records that are gone are still in `identity_pool`.
  void keys() throws SQLException {
    Rows.run(
        connection,
        """
        create or replace temp table identity_group_key as
        with changed as materialized (
          select loyalty_key, email_key, phone_key from identity_new
          union all
          select loyalty_key, email_key, phone_key from identity_pool
          where source_person_id in (from identity_gone))
        """
            + each(
                identifier ->
                    "select distinct '%1$s' as kind, %2$s as value from changed where %2$s is not null"
                        .formatted(identifier.id(), identifier.key())));
  }

  /// Notes who has them, once the new records are in `identity_pool` among the others.
  void mates() throws SQLException {
    Rows.run(
        connection,
        "create or replace temp table identity_mate as "
            + each(
                identifier ->
                    """
                    select '%1$s' as kind, %2$s as value, source_person_id, %3$s as placeholder,
                      first_key, last_key, source_person_id in (from identity_fresh) as fresh
                    from identity_pool
                    where %2$s in (select value from identity_group_key where kind = '%1$s')
                    """
                        .formatted(identifier.id(), identifier.key(), identifier.placeholder())));
    Rows.run(
        connection,
        """
        insert into identity_crowded
        select kind, value from identity_mate group by all having count(*) > %d
        union all
        select kind, value from gold.blocked_identifier
        where reason = 'many records'
          and (kind, value) not in (select (kind, value) from identity_group_key)
        """
            .formatted(mostRecords));
  }

  /// A select of everybody in such a group, by the hash of the id, unless the group is, and was,
  /// too large to join anybody.
  String touched() {
    return """
    select hash(source_person_id) from identity_mate
    where (kind, value) in (
      select (kind, value) from identity_mate where not placeholder
      group by kind, value
      having least(count(*), count(*) filter (where not fresh)) <= %d)
    """
        .formatted(mostRecords);
  }

  private static String each(Function<IdentifierKind, String> select) {
    return String.join(
        "\nunion all\n", Arrays.stream(IdentifierKind.values()).map(select).toList());
  }
}
