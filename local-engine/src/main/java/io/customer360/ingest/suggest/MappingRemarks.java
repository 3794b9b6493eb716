package io.customer360.ingest.suggest;

import io.customer360.ingest.mapping.Mapping;
import io.customer360.ingest.value.ColumnType;
import io.customer360.ingest.value.Words;
import io.customer360.lakehouse.Canonical;
import io.customer360.lakehouse.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What a person must know before a file is imported by a mapping.
final class MappingRemarks {
  /// Names of columns that say whether somebody may be written to, in the languages of the
  /// dictionary.
  private static final Pattern CONSENT =
      Pattern.compile(
          "(?i).*(opt(ed)?[ _-]?(in|out)|consent|newsletter|marketing|mkt[ _-]?fl|subscribe[dr]?\\b"
              + "|unsubscribed|do[ _-]?not|donot|dnc|gdpr|rgpd|dsgvo|einwillig|sperrk|werbesperre"
              + "|privacy|consens|toestemming|allow[ _-]?(email|sms|call)).*");

  private static final int MOST_KINDS = 3;

  /// Columns named in a remark; a file of hundreds would fill the screen.
  private static final int NAMED = 20;

  private MappingRemarks() {}

  static List<String> of(FilePreview preview, Mapping mapping) {
    List<String> remarks = new ArrayList<>(preview.notes());
    List<PreviewColumn> kept =
        preview.columns().stream().filter(column -> !uses(mapping, column.name())).toList();
    if (!kept.isEmpty()) {
      remarks.add(
          "Kept as received but not used: "
              + String.join(", ", kept.stream().map(PreviewColumn::name).limit(NAMED).toList())
              + (kept.size() > NAMED ? " and " + Words.count(kept.size() - NAMED) + " more" : "")
              + ".");
    }
    List<String> missing = missing(mapping);
    if (!missing.isEmpty()) {
      remarks.add("Nothing fits " + String.join(", ", missing) + ": say what fills it.");
    }
    List<String> consents =
        mapping.dataset().equals(Canonical.CONSENT.name())
            ? List.of()
            : kept.stream().filter(MappingRemarks::isConsent).map(PreviewColumn::name).toList();
    if (!consents.isEmpty()) {
      remarks.add(
          (consents.size() == 1 ? "Looks like consent and is" : "Look like consent and are")
              + " NOT taken as such: "
              + String.join(", ", consents)
              + ". To import it, land the same file once more for each by a mapping of dataset"
              + " consent: 'status' from the column (with 'values' where yes means no, as in an"
              + " opt-out), 'purpose' and 'channel' as constants, 'recorded_at' from a date.");
    }
    mapping.columns().values().stream()
        .filter(c -> c.zone() != null)
        .findFirst()
        .ifPresent(c -> remarks.add("Times without a zone are read as " + c.zone() + "."));
    if (mapping.dataset().equals(Canonical.TRANSACTION.name())
        && !mapping.columns().containsKey("line_no")) {
      remarks.add("Order lines have no number: the line in the file names them.");
    }
    return List.copyOf(remarks);
  }

  /// Required columns that nothing fills.
  static List<String> missing(Mapping mapping) {
    return Canonical.find(mapping.dataset()).orElseThrow().columns().stream()
        .filter(Canonical.Column::required)
        .map(Canonical.Column::name)
        .filter(name -> !mapping.columns().containsKey(name))
        .toList();
  }

  private static boolean uses(Mapping mapping, String column) {
    String quoted = Sql.identifier(column);
    return mapping.columns().values().stream()
        .anyMatch(
            from -> {
              String transform = from.transform();
              return column.equals(from.from())
                  || (transform != null && transform.contains(quoted));
            });
  }

  private static boolean isConsent(PreviewColumn column) {
    ColumnType type = column.type().value();
    boolean flag =
        type == ColumnType.BOOLEAN
            || type == ColumnType.EMPTY
            || ((type == ColumnType.TEXT || type == ColumnType.WHOLE_NUMBER)
                && column.examples().size() <= MOST_KINDS);
    return flag && CONSENT.matcher(column.name()).matches();
  }
}
