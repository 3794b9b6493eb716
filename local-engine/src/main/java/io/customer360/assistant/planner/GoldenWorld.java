package io.customer360.assistant.planner;

import io.customer360.assistant.semantic.People;
import io.customer360.assistant.semantic.Values;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The small world the golden questions are asked in: its cities, categories, stores and people.
final class GoldenWorld {
  static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  static final Values VALUES =
      new Values() {
        private final Map<String, List<String>> known =
            Map.ofEntries(
                Map.entry("city", List.of("Leeds", "York", "Bristol", "Manchester")),
                Map.entry("country", List.of("GB", "IE")),
                Map.entry("category", List.of("Tents", "Footwear", "Jackets", "Kids")),
                Map.entry("product", List.of("Ridgeline Anorak", "Beacon Tent 2")),
                Map.entry("store", List.of("Leeds Briggate", "Bristol Harbour")),
                Map.entry("batch", List.of("26-08", "26-07")),
                Map.entry("recalled_batch", List.of("26-08")),
                Map.entry("carrier", List.of("Swiftline", "Royal Parcel")),
                Map.entry("campaign", List.of("Autumn layers", "Weekend picks")),
                Map.entry("topic", List.of("delivery", "returns", "product")),
                Map.entry("action", List.of("express-delivery-apology", "gold-upgrade")));

        @Override
        public List<String> of(String dimension) {
          return known.getOrDefault(dimension, List.of());
        }
      };

  static final People PEOPLE =
      new People() {
        private final List<Person> all =
            List.of(
                new Person("C-004711", "Ngozi Okafor", "Leeds"),
                new Person("C-002186", "Tomasz Zieliński", "York"),
                new Person("C-001001", "Chidi Okafor", "Leeds"),
                new Person("C-000012", "Anna Bell", "York"),
                new Person("C-000013", "Anna Bell", "Leeds"));

        @Override
        public List<Person> named(String name, int limit) {
          String wanted = Tokenizer.normalise(name);
          return all.stream().filter(p -> Tokenizer.normalise(p.name()).equals(wanted)).toList();
        }

        @Override
        public List<Person> like(String name, int limit) {
          String wanted = Tokenizer.normalise(name);
          return all.stream()
              .filter(p -> Spelling.distance(Tokenizer.normalise(p.name()), wanted, 2) <= 2)
              .limit(limit)
              .toList();
        }

        @Override
        public Optional<Person> withId(String customerId) {
          return all.stream().filter(p -> p.customerId().equals(customerId)).findFirst();
        }
      };

  private GoldenWorld() {}
}
