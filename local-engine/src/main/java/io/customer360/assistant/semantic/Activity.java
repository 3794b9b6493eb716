package io.customer360.assistant.semantic;

import java.util.List;

/// Something a customer did or met: rows of a table.
///
/// @param where which rows, over alias t
public record Activity(
    String key, String table, String title, String where, List<String> synonyms) {
  public Activity {
    synonyms = List.copyOf(synonyms);
  }
}
