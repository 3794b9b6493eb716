package io.customer360.profile.share;

import io.customer360.profile.Domain;
import io.customer360.profile.DomainView;
import io.customer360.profile.GoldenField;
import io.customer360.profile.Profile;
import io.customer360.profile.ProfileHeader;
import io.customer360.profile.SourceRecord;
import io.customer360.profile.UnifiedContext;
import io.customer360.profile.timeline.TimelineEntry;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Covers what tells who a customer is: names, addresses, numbers to call, days of birth, keys of
/// source systems; also where they stand within other text, such as a ticket's. Figures, days,
/// places as coarse as a town, and the workbench's own id stay. Made for one customer; immutable.
public final class Mask {
  private static final Set<String> NAMES = Set.of("full_name", "first_name", "last_name");
  private static final Set<String> OPEN = Set.of("city", "country", "zone");
  private static final int LEAST_WORD = 2;

  private final List<Pattern> words;

  private Mask(Set<String> values) {
    words =
        values.stream()
            .sorted((a, b) -> Integer.compare(b.length(), a.length()))
            .map(MaskWords::word)
            .toList();
  }

  /// A mask that knows every value of this profile, the rejected ones too.
  public static Mask of(Profile profile) {
    Set<String> values = new LinkedHashSet<>();
    ProfileHeader header = profile.header();
    addName(values, header.name());
    add(values, header.email());
    add(values, header.phone());
    for (GoldenField field : profile.golden()) {
      if (!OPEN.contains(field.field())) {
        boolean name = NAMES.contains(field.field());
        addValue(values, field.value(), name);
        field.others().forEach(other -> addValue(values, other.value(), name));
      }
    }
    for (SourceRecord one : profile.records()) {
      addName(values, one.name());
      add(values, one.email());
      add(values, one.phone());
    }
    return new Mask(values);
  }

  private static void addValue(Set<String> values, String value, boolean name) {
    if (name) {
      addName(values, value);
    } else {
      add(values, value);
    }
  }

  private static void add(Set<String> values, @Nullable String value) {
    if (value != null && value.strip().length() > LEAST_WORD) {
      values.add(value.strip());
    }
  }

  private static void addName(Set<String> values, @Nullable String name) {
    if (name == null) {
      return;
    }
    add(values, name);
    for (String word : name.strip().split("[\\s\\u00a0]+")) {
      if (word.codePointCount(0, word.length()) >= LEAST_WORD) {
        values.add(word);
      }
    }
  }

  /// Text with every value of this customer covered.
  public @Nullable String text(@Nullable String text) {
    return text == null ? null : MaskWords.text(text, words);
  }

  private String plain(String text) {
    return MaskWords.text(text, words);
  }

  public UnifiedContext apply(UnifiedContext context) {
    UnifiedContext.Person person = context.person();
    return new UnifiedContext(
        context.customerId(),
        context.asOf(),
        new UnifiedContext.Person(
            MaskWords.name(person.name()),
            MaskWords.name(person.firstName()),
            person.city(),
            person.country(),
            person.zone(),
            person.hasEmail(),
            person.hasPhone(),
            person.hasAddress(),
            person.customerSince()),
        context.statistics(),
        context.events().stream().map(this::apply).toList(),
        context.scores(),
        context.consents(),
        context.segments(),
        context.trust());
  }

  public TimelineEntry apply(TimelineEntry entry) {
    return new TimelineEntry(
        entry.at(),
        entry.domain(),
        entry.kind(),
        entry.channel(),
        plain(entry.title()),
        text(entry.detail()),
        entry.amount(),
        entry.ref(),
        entry.tone(),
        entry.file(),
        entry.line());
  }

  public Profile apply(Profile profile) {
    return new Profile(
        header(profile.header()),
        profile.stats(),
        profile.trust(),
        profile.domains().stream().map(this::domain).toList(),
        profile.scores(),
        profile.golden().stream().map(Mask::golden).toList(),
        profile.sources(),
        profile.records().stream().map(Mask::record).toList(),
        profile.consents(),
        profile.segments(),
        profile.decisions(),
        profile.asOf());
  }

  private static ProfileHeader header(ProfileHeader header) {
    return new ProfileHeader(
        header.customerId(),
        Objects.requireNonNull(shown(header.name())),
        "•",
        MaskWords.email(header.email()),
        MaskWords.number(header.phone()),
        header.city(),
        header.country(),
        header.zone(),
        header.lifecycle(),
        header.valueTier(),
        header.tier(),
        header.customerSince(),
        header.sourceRecords(),
        header.segments());
  }

  /// Somebody without a name is shown by his address.
  private static @Nullable String shown(@Nullable String name) {
    return name != null && name.indexOf('@') > 0 ? MaskWords.email(name) : MaskWords.name(name);
  }

  private static GoldenField golden(GoldenField field) {
    return new GoldenField(
        field.field(),
        field.label(),
        Objects.requireNonNull(value(field.field(), field.value())),
        field.source(),
        field.rule(),
        field.sourcePersonId() == null ? null : MaskWords.DOTS,
        field.file(),
        field.line(),
        field.recordedAt(),
        field.trust(),
        field.others().stream()
            .map(
                other ->
                    new GoldenField.Other(
                        Objects.requireNonNull(value(field.field(), other.value())),
                        other.source(),
                        other.recordedAt(),
                        other.reason()))
            .toList());
  }

  private static @Nullable String value(String field, @Nullable String value) {
    if (OPEN.contains(field)) {
      return value;
    }
    if (NAMES.contains(field)) {
      return MaskWords.name(value);
    }
    return switch (field) {
      case "email" -> MaskWords.email(value);
      case "phone" -> MaskWords.number(value);
      default -> MaskWords.all(value);
    };
  }

  private static SourceRecord record(SourceRecord one) {
    return new SourceRecord(
        MaskWords.DOTS,
        one.source(),
        MaskWords.DOTS,
        MaskWords.name(one.name()),
        MaskWords.email(one.email()),
        MaskWords.number(one.phone()),
        one.createdAt(),
        one.updatedAt(),
        one.rule(),
        one.matchedWith() == null ? null : MaskWords.DOTS,
        one.file(),
        one.line());
  }

  private DomainView domain(DomainView view) {
    boolean identity = view.domain() == Domain.IDENTITY;
    return new DomainView(
        view.domain(),
        view.total(),
        view.facts().stream()
            .map(
                fact ->
                    new DomainView.Fact(
                        fact.label(), cell(fact.label(), fact.value(), identity), fact.kind()))
            .toList(),
        view.columns(),
        view.rows().stream().map(row -> row(view, row, identity)).toList());
  }

  private DomainView.Row row(DomainView view, DomainView.Row row, boolean identity) {
    List<@Nullable Object> cells = new ArrayList<>();
    for (int c = 0; c < row.cells().size(); c++) {
      cells.add(cell(view.columns().get(c).label(), row.cells().get(c), identity));
    }
    return new DomainView.Row(cells);
  }

  private @Nullable Object cell(String label, @Nullable Object value, boolean identity) {
    if (identity) {
      return switch (label.toLowerCase(Locale.ROOT)) {
        case "name" -> MaskWords.name((String) value);
        case "e-mail" -> MaskWords.email((String) value);
        case "phone" -> MaskWords.number((String) value);
        case "address", "key", "matched with" -> MaskWords.all((String) value);
        case "born" -> null;
        default -> value;
      };
    }
    if (label.equalsIgnoreCase("loyalty id")) {
      return value == null ? null : MaskWords.DOTS;
    }
    return value instanceof String words ? text(words) : value;
  }
}
