package io.customer360.ui.control;

import java.util.Optional;

/// Where a control keeps what the person arranged: column widths, order. Keys are unique in the
/// program.
public interface Memory {
  Optional<String> get(String key);

  void put(String key, String value);
}
