package io.customer360.profile;

import io.customer360.profile.search.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One found customer. `highlights` say which parts of which shown text matched; the name is always
/// the first of them, with no spans when something else matched.
public record ProfileHit(
    String customerId,
    String name,
    @Nullable String email,
    @Nullable String city,
    @Nullable String lifecycle,
    @Nullable String valueTier,
    List<Highlight> highlights,
    double score) {

  /// `field` is `name`, `e-mail`, `id`, `phone` or `postcode`.
  public record Highlight(String field, String text, List<Span> spans) {}

  static ProfileHit of(ProfileHeader header) {
    return new ProfileHit(
        header.customerId(),
        header.name(),
        header.email(),
        header.city(),
        header.lifecycle(),
        header.valueTier(),
        List.of(new Highlight("name", header.name(), List.of())),
        1);
  }
}
