package io.customer360.ui.profile;

import io.customer360.job.Progress;
import io.customer360.profile.ProfileHit;
import io.customer360.profile.Profiles;
import io.customer360.ui.command.PaletteItem;
import io.customer360.ui.command.PaletteProvider;
import io.customer360.ui.shell.Destination;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.text.Messages;
import java.util.List;

/// Customers in the command palette.
public final class CustomerPalette implements PaletteProvider {
  private final UiContext context;
  private final Profiles profiles;

  public CustomerPalette(UiContext context, Profiles profiles) {
    this.context = context;
    this.profiles = profiles;
  }

  @Override
  public String section() {
    return Messages.text("profile.palette");
  }

  @Override
  public String prefix() {
    return "";
  }

  @Override
  public List<PaletteItem> find(String text, int limit, Progress progress) {
    return profiles.search(text, limit).stream().map(this::item).toList();
  }

  private PaletteItem item(ProfileHit hit) {
    ProfileHit.Highlight name = hit.highlights().getFirst();
    return new PaletteItem(
        "fth-user",
        hit.name(),
        name.spans().stream().map(span -> new PaletteItem.Span(span.start(), span.end())).toList(),
        Words.facts(hit),
        "",
        true,
        () -> context.navigator().go(new Destination.Customer(hit.customerId())));
  }
}
