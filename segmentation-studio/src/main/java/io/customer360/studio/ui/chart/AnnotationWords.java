package io.customer360.studio.ui.chart;

import io.customer360.studio.annotation.Annotation;
import io.customer360.ui.text.Formats;
import io.customer360.ui.text.Messages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What happened in a time, in lines for a tooltip: the campaigns, those that reached most people
/// first, and how many customers were merged or split.
public final class AnnotationWords {
  private static final int MOST = 12;

  private AnnotationWords() {}

  /// Blank when nothing happened.
  public static String of(List<Annotation> annotations, Formats formats) {
    List<String> lines = new ArrayList<>();
    Map<String, List<Annotation>> campaigns = new LinkedHashMap<>();
    long merged = 0;
    long split = 0;
    for (Annotation one : annotations) {
      switch (one.kind()) {
        case CAMPAIGN ->
            campaigns.computeIfAbsent(one.title(), title -> new ArrayList<>()).add(one);
        case MERGE -> merged += one.people();
        case SPLIT -> split += one.people();
      }
    }
    campaigns.values().stream()
        .sorted(Comparator.comparingLong(AnnotationWords::largest).reversed())
        .limit(MOST)
        .forEach(sendings -> lines.add(campaign(sendings, formats)));
    if (campaigns.size() > MOST) {
      lines.add(Messages.text("studio.mark.more", formats.count(campaigns.size() - MOST)));
    }
    if (merged > 0) {
      lines.add(Messages.text("studio.mark.merged", formats.count(merged)));
    }
    if (split > 0) {
      lines.add(Messages.text("studio.mark.split", formats.count(split)));
    }
    return String.join("\n", lines);
  }

  private static long largest(List<Annotation> sendings) {
    return sendings.stream().mapToLong(Annotation::people).max().orElse(0);
  }

  private static String campaign(List<Annotation> sendings, Formats formats) {
    Annotation first = sendings.getFirst();
    String channel =
        switch (first.channel()) {
          case "email" -> Messages.text("studio.channel.email");
          case "sms" -> "SMS";
          default -> first.channel();
        };
    String people = formats.count(largest(sendings));
    return sendings.size() == 1
        ? Messages.text(
            "studio.mark.sent", first.title(), channel, formats.date(first.day()), people)
        : Messages.text(
            "studio.mark.sent.often",
            first.title(),
            channel,
            formats.count(sendings.size()),
            people);
  }
}
