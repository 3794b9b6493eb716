package io.customer360.decision.arbitration;

import io.customer360.decision.action.ActionDefinition;
import io.customer360.decision.action.Channel;
import io.customer360.decision.action.MessageTemplate;
import io.customer360.decision.rule.Facts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;

/// Fills a template with facts. A text from the data is put in as it is and never read as a
/// template.
final class MessageRenderer {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK);

  /// @param missing the facts that are empty and have no fallback
  record Rendering(RenderedMessage message, List<String> missing) {}

  private final Facts facts;
  private final String company;
  private final LocalDate today;
  private final LocalDate expires;

  MessageRenderer(Facts facts, String company, Instant now, Instant expiresAt, ZoneId zone) {
    this.facts = facts;
    this.company = company;
    this.today = now.atZone(zone).toLocalDate();
    this.expires = expiresAt.atZone(zone).toLocalDate();
  }

  Rendering render(ActionDefinition action) {
    String to = to(action.channel());
    MessageTemplate template = action.message();
    if (template == null) {
      return new Rendering(new RenderedMessage(to, "", "", List.of()), List.of());
    }
    List<String> missing = new ArrayList<>();
    String subject = fill(template.subject(), new ArrayList<>(), missing);
    List<RenderedMessage.Filled> filled = new ArrayList<>();
    String body = fill(template.body().strip(), filled, missing);
    return new Rendering(
        new RenderedMessage(to, subject, body, filled), missing.stream().distinct().toList());
  }

  private String to(Channel channel) {
    return switch (channel) {
      case EMAIL -> facts.text("email");
      case CALL, SMS -> facts.text("phone");
      case POST -> facts.text("address");
      case PUSH, NONE -> "";
    };
  }

  private String fill(String text, List<RenderedMessage.Filled> filled, List<String> missing) {
    StringBuilder out = new StringBuilder(text.length() + 64);
    Matcher token = MessageTemplate.TOKEN.matcher(text);
    int from = 0;
    while (token.find()) {
      out.append(text, from, token.start());
      String name = token.group(1);
      Optional<String> value = value(name);
      if (value.isEmpty() && token.group(2) == null) {
        missing.add(name);
      }
      String shown = value.orElse(token.group(2) == null ? "" : token.group(2));
      filled.add(new RenderedMessage.Filled(out.length(), out.length() + shown.length(), name));
      out.append(shown);
      from = token.end();
    }
    return out.append(text, from, text.length()).toString();
  }

  private Optional<String> value(String name) {
    return switch (name) {
      case "company" -> Optional.of(company);
      case "today" -> Optional.of(DAY.format(today));
      case "expires_on" -> Optional.of(DAY.format(expires));
      case "in_90_days" -> Optional.of(DAY.format(today.plusDays(90)));
      default -> {
        Object value = facts.value(name);
        boolean empty = value == null || (value instanceof String text && text.isBlank());
        yield empty ? Optional.empty() : Optional.of(facts.plain(name));
      }
    };
  }
}
