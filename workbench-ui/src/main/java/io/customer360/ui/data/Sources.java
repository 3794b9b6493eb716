package io.customer360.ui.data;

import java.util.Locale;

/// A source system's short name in words.
final class Sources {
  private Sources() {}

  static String words(String source) {
    return switch (source) {
      case "app" -> "App";
      case "catalog" -> "Catalogue";
      case "crm" -> "CRM";
      case "pos" -> "Point of sale";
      case "servicedesk" -> "Service desk";
      case "webshop" -> "Web shop";
      case "messaging" -> "E-mail, SMS";
      default ->
          source.isEmpty()
              ? source
              : source.substring(0, 1).toUpperCase(Locale.ROOT)
                  + source.substring(1).replace('_', ' ').replace('-', ' ');
    };
  }
}
