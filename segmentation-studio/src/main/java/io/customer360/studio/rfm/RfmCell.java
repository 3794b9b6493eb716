package io.customer360.studio.rfm;

import java.util.List;

/// What customers of a recency and a frequency score are called.
enum RfmCell {
  CHAMPIONS("Champions"),
  LOYAL("Loyal"),
  POTENTIAL_LOYALISTS("Potential loyalists"),
  NEW("New"),
  PROMISING("Promising"),
  NEED_ATTENTION("Need attention"),
  ABOUT_TO_SLEEP("About to sleep"),
  CANNOT_LOSE("Cannot lose"),
  AT_RISK("At risk"),
  HIBERNATING("Hibernating");

  private final String words;

  RfmCell(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  /// Both scores 1 to 5, 5 best: bought lately, bought often. The field's usual map.
  static RfmCell of(int recency, int frequency) {
    if (recency <= 2) {
      return frequency <= 2 ? HIBERNATING : frequency == 5 ? CANNOT_LOSE : AT_RISK;
    }
    if (recency == 3) {
      return frequency <= 2 ? ABOUT_TO_SLEEP : frequency == 3 ? NEED_ATTENTION : LOYAL;
    }
    if (frequency == 1) {
      return recency == 5 ? NEW : PROMISING;
    }
    if (frequency <= 3) {
      return POTENTIAL_LOYALISTS;
    }
    return recency == 5 ? CHAMPIONS : LOYAL;
  }

  /// As a SQL expression over columns `r` and `f`.
  static String sql() {
    StringBuilder sql = new StringBuilder("case");
    for (int r = 1; r <= 5; r++) {
      for (int f = 1; f <= 5; f++) {
        sql.append(" when r = ").append(r).append(" and f = ").append(f);
        sql.append(" then '").append(of(r, f).words()).append('\'');
      }
    }
    return sql.append(" end").toString();
  }

  static List<RfmCell> all() {
    return List.of(values());
  }
}
