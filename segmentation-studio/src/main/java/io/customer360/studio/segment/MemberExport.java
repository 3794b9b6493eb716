package io.customer360.studio.segment;

import io.customer360.studio.field.Field;
import io.customer360.studio.field.FieldCatalog;
import io.customer360.studio.field.Near;
import io.customer360.studio.rule.Comparison;
import io.customer360.studio.rule.Operator;
import io.customer360.studio.rule.Rule;
import io.customer360.studio.rule.RuleFault;
import io.customer360.studio.sql.AsOfText;
import io.customer360.studio.sql.RuleSql;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/// The query of an export: the members with some of their fields.
final class MemberExport {
  private final FieldCatalog catalog;

  MemberExport(FieldCatalog catalog) {
    this.catalog = catalog;
  }

  /// @param members a statement that gives customer ids
  String sql(String members, List<String> columns, Instant asOf) {
    StringBuilder select = new StringBuilder("select c.customer_id");
    Rule[] fields = new Rule[columns.size()];
    for (int i = 0; i < fields.length; i++) {
      String name = columns.get(i);
      Field field =
          catalog
              .find(name)
              .orElseThrow(
                  () ->
                      RuleFault.at(
                          "",
                          "there is no field "
                              + name
                              + Near.words(
                                  name, catalog.fields().stream().map(Field::name).toList())));
      select.append(", ").append(field.sql()).append(" as ").append(field.name());
      fields[i] = new Rule.Attribute(name, Comparison.of(Operator.KNOWN));
    }
    return AsOfText.filled(
        select
            + "\n"
            + new RuleSql(catalog, ZoneOffset.UTC).from(fields)
            + "\nwhere c.customer_id in (\n"
            + members
            + "\n)\norder by c.customer_id",
        asOf);
  }
}
