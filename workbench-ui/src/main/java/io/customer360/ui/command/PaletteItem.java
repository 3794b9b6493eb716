package io.customer360.ui.command;

import java.util.List;

/// Something the palette found.
///
/// @param icon Feather literal
/// @param title what it is: `Ngozi Okafor`
/// @param matches the parts of the title that matched, marked in accent
/// @param fact muted words after it: `C-004711, Leeds, Gold, at risk`
/// @param keys a key hint at the right edge; may be empty
/// @param open what Enter does; called on the FX thread after the palette has closed
public record PaletteItem(
    String icon, String title, List<Span> matches, String fact, String keys, Runnable open) {
  /// Characters `start` (inclusive) to `end` (exclusive).
  public record Span(int start, int end) {}

  public PaletteItem {
    matches = List.copyOf(matches);
  }
}
