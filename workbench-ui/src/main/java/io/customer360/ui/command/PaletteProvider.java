package io.customer360.ui.command;

import io.customer360.job.Progress;
import java.util.List;

/// A source of palette entries. [#find] is called off the FX thread at every pause of typing.
public interface PaletteProvider {
  /// The heading of its entries: `Customers`.
  String section();

  /// The first character that narrows the palette to this provider (`>`, `?`, `#`); empty for none.
  String prefix();

  /// Entries for the text (without its prefix), best first, at most `limit`.
  List<PaletteItem> find(String text, int limit, Progress progress);
}
