package io.customer360.studio.sql;

import static io.customer360.studio.sql.SqlTree.argument;
import static io.customer360.studio.sql.SqlTree.is;
import static io.customer360.studio.sql.SqlTree.isFunction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.customer360.studio.field.EventSource;
import io.customer360.studio.field.FieldCatalog;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;

/// How a sequence's second event hangs on its first.
///
/// @param days within which it comes
record Between(int days) {
  /// Takes the three conditions that tie the second event to the first out of the second's.
  static Between take(
      List<JsonNode> where,
      String first,
      String second,
      FieldCatalog catalog,
      String firstTable,
      String secondTable)
      throws NotShown {
    String firstTime = time(catalog, firstTable);
    String secondTime = time(catalog, secondTable);
    boolean person = false;
    boolean after = false;
    OptionalInt days = OptionalInt.empty();
    for (Iterator<JsonNode> each = where.iterator(); each.hasNext(); ) {
      JsonNode one = each.next();
      boolean left = own(one.path("left"), second, "customer_id");
      if (is(one, "COMPARE_EQUAL") && left && own(one.path("right"), first, "customer_id")) {
        person = true;
        each.remove();
      } else if (is(one, "COMPARE_GREATERTHAN")
          && own(one.path("left"), second, secondTime)
          && own(one.path("right"), first, firstTime)) {
        after = true;
        each.remove();
      } else if (is(one, "COMPARE_LESSTHANOREQUALTO")
          && own(one.path("left"), second, secondTime)
          && isFunction(one.path("right"), "+")
          && own(argument(one.path("right"), 0), first, firstTime)) {
        days = days(argument(one.path("right"), 1));
        each.remove();
      }
    }
    if (!person || !after || days.isEmpty()) {
      throw new NotShown("a sequence is the second event within some days after the first");
    }
    return new Between(days.getAsInt());
  }

  /// The length of an interval, read as what is added to today.
  private static OptionalInt days(JsonNode interval) {
    ObjectNode sum = JsonNodeFactory.instance.objectNode();
    sum.put("class", "FUNCTION").put("function_name", "-");
    ObjectNode now = JsonNodeFactory.instance.objectNode();
    now.put("class", "FUNCTION").put("function_name", "as_of");
    sum.putArray("arguments").addObject().set("expression", now);
    sum.withArray("arguments").addObject().set("expression", interval);
    return Literals.daysAgo(sum);
  }

  private static String time(FieldCatalog catalog, String table) {
    List<EventSource> sources = catalog.sourcesOf(table);
    return sources.isEmpty() ? "" : sources.getFirst().time();
  }

  private static boolean own(JsonNode node, String alias, String column) {
    return is(node, "COLUMN_REF") && SqlTree.parts(node).equals(List.of(alias, column));
  }
}
