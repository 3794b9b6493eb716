package io.customer360.ui.profile;

import io.customer360.job.Progress;
import io.customer360.ui.command.PaletteItem;
import io.customer360.ui.command.PaletteProvider;
import io.customer360.ui.shell.Destination;
import io.customer360.ui.shell.UiContext;
import io.customer360.ui.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Segments in the command palette, which open as a list of their people. `#` narrows to them.
public final class SegmentPalette implements PaletteProvider {
  /// Where segments come from. Called off the screen's thread, but [#members] from a job.
  public interface Segments {
    /// Every segment, in order.
    List<Segment> all();

    /// The people of a segment, the most valuable first.
    List<String> members(String id);
  }

  /// A segment and how many people are in it.
  public record Segment(String id, String title, long people) {}

  private final UiContext context;
  private final Segments segments;

  public SegmentPalette(UiContext context, Segments segments) {
    this.context = context;
    this.segments = segments;
  }

  @Override
  public String section() {
    return Messages.text("profile.palette.segments");
  }

  @Override
  public String prefix() {
    return "#";
  }

  @Override
  public List<PaletteItem> find(String text, int limit, Progress progress) {
    String wanted = text.toLowerCase(Locale.ROOT);
    List<PaletteItem> found = new ArrayList<>();
    for (Segment segment : segments.all()) {
      int at = segment.title().toLowerCase(Locale.ROOT).indexOf(wanted);
      if (at >= 0 && found.size() < limit) {
        found.add(
            new PaletteItem(
                "fth-pie-chart",
                segment.title(),
                wanted.isEmpty()
                    ? List.of()
                    : List.of(new PaletteItem.Span(at, at + wanted.length())),
                Messages.text("profile.palette.people", context.formats().count(segment.people())),
                "",
                () -> open(segment)));
      }
    }
    return found;
  }

  private void open(Segment segment) {
    context
        .jobs()
        .<List<String>>latest(
            ids -> context.navigator().go(new Destination.Customers(segment.title(), ids)),
            context.notifier()::failed)
        .submit(progress -> segments.members(segment.id()));
  }
}
