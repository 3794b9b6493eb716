package io.customer360.assistant.query;

import io.customer360.assistant.AnswerTable;
import io.customer360.assistant.AnswerTable.Column;
import io.customer360.assistant.AnswerTable.Kind;
import io.customer360.assistant.Figures;
import io.customer360.assistant.semantic.Unit;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes answer tables of query results.
final class Tables {
  private final Figures figures;

  Tables(Figures figures) {
    this.figures = figures;
  }

  Column column(String key, String title, Kind kind, boolean sorted) {
    String unit =
        switch (kind) {
          case MONEY -> figures.symbol();
          case SHARE -> "%";
          case TEXT, CUSTOMER, COUNT, NUMBER, SCORE, DATE, TIME -> "";
        };
    return new Column(key, title, unit, kind, sorted);
  }

  static Kind kind(Unit unit) {
    return switch (unit) {
      case COUNT, DAYS, YEARS -> Kind.COUNT;
      case NUMBER -> Kind.NUMBER;
      case MONEY, MONEY_EXACT -> Kind.MONEY;
      case SHARE -> Kind.SHARE;
      case SCORE -> Kind.SCORE;
    };
  }

  /// @param idAt index of the column with the customer id, which is not shown; -1 for none
  AnswerTable table(List<Column> columns, Run.Result result, int idAt, long total, String caption) {
    List<AnswerTable.Row> rows = new ArrayList<>();
    for (List<@Nullable Object> values : result.rows()) {
      List<@Nullable Object> shown = new ArrayList<>();
      List<String> texts = new ArrayList<>();
      int at = 0;
      for (int i = 0; i < values.size() && at < columns.size(); i++) {
        if (i == idAt) {
          continue;
        }
        shown.add(values.get(i));
        texts.add(text(columns.get(at), values.get(i)));
        at++;
      }
      Object id = idAt < 0 ? null : values.get(idAt);
      rows.add(new AnswerTable.Row(shown, texts, id == null ? null : id.toString()));
    }
    return new AnswerTable(columns, rows, total, caption);
  }

  String text(Column column, @Nullable Object value) {
    if (value == null) {
      return "empty";
    }
    if (value instanceof Number number) {
      double d = number.doubleValue();
      if (Double.isNaN(d)) {
        return "empty";
      }
      return switch (column.kind()) {
        case MONEY -> figures.money(d).replace(figures.symbol(), "");
        case SHARE -> figures.share(d).replaceAll("\\s%$", "").replaceAll("\u2009%$", "");
        case SCORE -> figures.score(d);
        case NUMBER -> figures.number(d);
        case COUNT -> figures.count(d);
        case TEXT, CUSTOMER, DATE, TIME -> number.toString();
      };
    }
    if (value instanceof LocalDate day) {
      return figures.day(day);
    }
    if (value instanceof LocalDateTime time) {
      return figures.day(time.toLocalDate());
    }
    return value.toString();
  }

  /// A single figure with its unit.
  String figure(Unit unit, double value) {
    if (Double.isNaN(value)) {
      return "empty";
    }
    return switch (unit) {
      case COUNT -> figures.count(value);
      case DAYS -> figures.count(value) + " days";
      case YEARS -> figures.count(value) + " years";
      case NUMBER -> figures.number(value);
      case MONEY -> figures.money(value);
      case MONEY_EXACT -> figures.moneyExact(value);
      case SHARE -> figures.share(value);
      case SCORE -> figures.score(value);
    };
  }
}
