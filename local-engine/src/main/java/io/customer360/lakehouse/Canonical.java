package io.customer360.lakehouse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The datasets every source is mapped to, and their columns. Import contracts, the empty bronze
/// views and the silver models all speak of these.
public final class Canonical {
  private Canonical() {}

  /// A column of a dataset.
  ///
  /// @param type DuckDB type
  /// @param required a row without it breaks the contract
  public record Column(String name, String type, boolean required) {}

  /// A dataset.
  ///
  /// @param meaning what one row is, in a few words
  public record Dataset(String name, String meaning, List<Column> columns) {
    public Dataset {
      columns = List.copyOf(columns);
    }

    public Optional<Column> column(String column) {
      return columns.stream().filter(c -> c.name().equals(column)).findFirst();
    }

    /// The bronze table: `bronze.person`.
    public String bronze() {
      return "bronze." + name;
    }
  }

  public static final Dataset PERSON =
      dataset(
          "person",
          "a person as one source knows it",
          "source_key!, customer_number, loyalty_id, first_name, last_name, full_name, email, phone,"
              + " birth_date DATE, address, postcode, city, country, zone, created_at TIMESTAMP,"
              + " updated_at TIMESTAMP");

  public static final Dataset TRANSACTION =
      dataset(
          "transaction",
          "a line of an order, or of a return",
          "order_id!, line_no INTEGER, source_key, loyalty_id, email, ordered_at! TIMESTAMP,"
              + " channel, store_id, sku, product_name, category, batch, quantity! INTEGER,"
              + " unit_price! DECIMAL(14;2), discount DECIMAL(14;2), unit_cost DECIMAL(14;2),"
              + " currency, promotion");

  public static final Dataset SHIPMENT =
      dataset(
          "shipment",
          "the delivery of an order",
          "order_id!, carrier, shipped_at TIMESTAMP, promised_at TIMESTAMP,"
              + " delivered_at TIMESTAMP");

  public static final Dataset EVENT =
      dataset(
          "event",
          "something done on the web or in the app",
          "event_id, source_key, anonymous_id, email, occurred_at! TIMESTAMP, event_type!, channel,"
              + " session_id, sku, properties JSON");

  public static final Dataset LOYALTY_ACCOUNT =
      dataset(
          "loyalty_account",
          "a membership of the loyalty programme",
          "loyalty_id!, source_key, tier, points INTEGER, tier_since DATE, points_expire_on DATE,"
              + " points_to_next INTEGER, enrolled_at TIMESTAMP");

  public static final Dataset LOYALTY_MOVEMENT =
      dataset(
          "loyalty_movement",
          "points earned, redeemed, expired or adjusted",
          "movement_id!, loyalty_id!, moved_at! TIMESTAMP, kind, points INTEGER, order_id");

  public static final Dataset SERVICE_TICKET =
      dataset(
          "service_ticket",
          "a request to the service desk",
          "ticket_id!, source_key, email, loyalty_id, opened_at! TIMESTAMP, closed_at TIMESTAMP,"
              + " channel, topic, subject, body, rating INTEGER, order_id");

  public static final Dataset ENGAGEMENT =
      dataset(
          "engagement",
          "a message and what the person did with it",
          "message_id, source_key, email, phone, occurred_at! TIMESTAMP, channel, kind, campaign,"
              + " subject");

  public static final Dataset CONSENT =
      dataset(
          "consent",
          "a yes or no to one purpose on one channel",
          "source_key, email, loyalty_id, purpose!, channel!, status!, recorded_at! TIMESTAMP,"
              + " evidence");

  public static final Dataset PRODUCT =
      dataset(
          "product",
          "a product of the catalogue",
          "sku!, name, category, unit_price DECIMAL(14;2), unit_cost DECIMAL(14;2), stock INTEGER,"
              + " recalled_batch, season");

  public static final Dataset STORE =
      dataset("store", "a shop", "store_id!, name, city, manager, zone");

  /// Every dataset, in the order people think of them.
  public static final List<Dataset> DATASETS =
      List.of(
          PERSON,
          TRANSACTION,
          SHIPMENT,
          EVENT,
          LOYALTY_ACCOUNT,
          LOYALTY_MOVEMENT,
          SERVICE_TICKET,
          ENGAGEMENT,
          CONSENT,
          PRODUCT,
          STORE);

  /// Where a row came from; behind the canonical columns of every bronze dataset.
  public static final List<Column> PROVENANCE =
      List.of(
          new Column("_source", "VARCHAR", true),
          new Column("_landing", "VARCHAR", true),
          new Column("_file", "VARCHAR", true),
          new Column("_line", "BIGINT", true));

  public static Optional<Dataset> find(String name) {
    return DATASETS.stream().filter(dataset -> dataset.name().equals(name)).findFirst();
  }

  /// `name`, `name TYPE`, with `!` behind the name when required and `;` for the comma in a type.
  private static Dataset dataset(String name, String meaning, String columns) {
    List<Column> parsed = new ArrayList<>();
    for (String column : columns.split(",")) {
      String[] parts = column.strip().split(" ", 2);
      String type = parts.length == 2 ? parts[1].replace(';', ',') : "VARCHAR";
      boolean required = parts[0].endsWith("!");
      String plain = required ? parts[0].substring(0, parts[0].length() - 1) : parts[0];
      parsed.add(new Column(plain.toLowerCase(Locale.ROOT), type, required));
    }
    return new Dataset(name, meaning, parsed);
  }
}
