package io.customer360.ui.command;

import java.util.List;

/// Something the palette found.
///
/// @param icon Feather literal
/// @param title what it is: `Ngozi Okafor`
/// @param matches the parts of the title that matched, marked in accent
/// @param fact muted words after it: `C-004711, Leeds, Gold, at risk`
/// @param keys a key hint at the right edge; may be empty
/// @param personal whether the title names a customer, for the presentation mask
/// @param open what Enter does; called on the FX thread after the palette has closed
public record PaletteItem(
    String icon,
    String title,
    List<Span> matches,
    String fact,
    String keys,
    boolean personal,
    Runnable open) {
  /// Characters `start` (inclusive) to `end` (exclusive).
  public record Span(int start, int end) {}

  /// One that names nobody.
  public PaletteItem(
      String icon, String title, List<Span> matches, String fact, String keys, Runnable open) {
    this(icon, title, matches, fact, keys, false, open);
  }

  public PaletteItem {
    matches = List.copyOf(matches);
  }
}
