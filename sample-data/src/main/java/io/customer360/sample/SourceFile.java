package io.customer360.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Every file of the sample that is to be imported: its place, its form, and for each column where
/// it leads in the canonical dataset. The header lines, the mapping files and the table in the
/// README come from here.
///
/// A column is written as `name` (kept in bronze, leads nowhere) or `name>canonical` with, after a
/// `|`, how its values are to be read: a time zone, a date pattern, `epoch`.
enum SourceFile {
  STORES(
      "catalog/stores.csv",
      "catalog",
      "store",
      ',',
      "id>store_id",
      "branch>name",
      "town>city",
      "manager>manager",
      "tz>zone"),
  PRODUCTS(
      "catalog/products.csv",
      "catalog",
      "product",
      ',',
      "item>sku",
      "title>name",
      "department>category",
      "price_gbp>unit_price",
      "cost_gbp>unit_cost",
      "on_hand>stock",
      "recalled_batch>recalled_batch",
      "season>season"),
  CRM_CUSTOMERS(
      "crm/crm-full.csv",
      "crm",
      "person",
      ';',
      "Customer No>source_key",
      "Forename>first_name",
      "Surname>last_name",
      "E-Mail Address>email",
      "Telephone>phone",
      "D.O.B.>birth_date|dd/MM/yyyy",
      "Address Line>address",
      "Town>city",
      "Post Code>postcode",
      "Country>country",
      "Club Card>loyalty_id",
      "Created On>created_at|dd/MM/yyyy",
      "Last Changed>updated_at|dd/MM/yyyy"),
  CRM_CONSENTS(
      "crm/crm-consents.csv",
      "crm",
      "consent",
      ';',
      "Customer No>source_key",
      "Purpose>purpose",
      "By>channel",
      "Permitted>status",
      "Recorded On>recorded_at|dd/MM/yyyy",
      "Form>evidence"),
  WEB_ACCOUNTS(
      "webshop/accounts.csv",
      "webshop",
      "person",
      ',',
      "account_id>source_key",
      "email>email",
      "display_name>full_name",
      "telephone>phone",
      "delivery_street>address",
      "delivery_city>city",
      "delivery_zip>postcode",
      "country_code>country",
      "club_no>loyalty_id",
      "registered>created_at",
      "last_login>updated_at"),
  WEB_ORDERS(
      "webshop/orders.jsonl",
      "webshop",
      "transaction",
      'j',
      "orderNumber>order_id",
      "line>line_no",
      "customer.account>source_key",
      "customer.email>email",
      "customer.club>loyalty_id",
      "placedAt>ordered_at",
      "via>channel",
      "item.code>sku",
      "item.title>product_name",
      "item.department>category",
      "item.batch>batch",
      "qty>quantity",
      "unitPrice>unit_price",
      "rebate>discount",
      "cost>unit_cost",
      "currency>currency",
      "promo>promotion"),
  WEB_SHIPMENTS(
      "webshop/shipments.csv",
      "webshop",
      "shipment",
      ',',
      "order_number>order_id",
      "carrier>carrier",
      "dispatched>shipped_at",
      "promised>promised_at",
      "delivered>delivered_at"),
  WEB_CONSENTS(
      "webshop/consents.csv",
      "webshop",
      "consent",
      ',',
      "account_id>source_key",
      "account_email>email",
      "use>purpose",
      "medium>channel",
      "opt_in>status",
      "changed>recorded_at",
      "page>evidence"),
  POS(
      "pos/",
      "pos",
      "transaction",
      ',',
      "receipt>order_id",
      "pos_line>line_no",
      "till_time>ordered_at|Europe/London",
      "store>store_id",
      "card_no>loyalty_id",
      "cust_ref>source_key",
      "item>sku",
      "description>product_name",
      "dept>category",
      "batch>batch",
      "units>quantity",
      "price>unit_price",
      "reduction>discount",
      "buy_price>unit_cost",
      "cur>currency",
      "promo>promotion"),
  POS_CUSTOMERS(
      "pos/receipt-customers.csv",
      "pos",
      "person",
      ',',
      "cust_ref>source_key",
      "name_on_receipt>full_name",
      "receipt_mail>email",
      "tel>phone",
      "street>address",
      "post_code>postcode",
      "town>city",
      "card_no>loyalty_id",
      "first_seen>created_at|Europe/London"),
  APP_USERS(
      "app/users.csv",
      "app",
      "person",
      ',',
      "userId>source_key",
      "email>email",
      "given>first_name",
      "family>last_name",
      "msisdn>phone",
      "clubCard>loyalty_id",
      "installedAt>created_at"),
  APP_EVENTS(
      "app/events.jsonl.gz",
      "app",
      "event",
      'j',
      "messageId>event_id",
      "userId>source_key",
      "anonymousId>anonymous_id",
      "traits.email>email",
      "timestamp>occurred_at",
      "event>event_type",
      "type",
      "context.app>channel",
      "context.session>session_id",
      "properties.sku>sku",
      "properties>properties",
      "context.device"),
  WEB_EVENTS(
      "webshop/visits.jsonl.gz",
      "webshop",
      "event",
      'j',
      "messageId>event_id",
      "userId>source_key",
      "anonymousId>anonymous_id",
      "traits.email>email",
      "timestamp>occurred_at",
      "event>event_type",
      "type",
      "context.app>channel",
      "context.session>session_id",
      "properties.sku>sku",
      "properties>properties",
      "context.device"),
  LOYALTY_MEMBERS(
      "loyalty/members.tsv",
      "loyalty",
      "person",
      '\t',
      "member>source_key",
      "card>loyalty_id",
      "first>first_name",
      "last>last_name",
      "mail>email",
      "mobile>phone",
      "born>birth_date",
      "pcode>postcode",
      "joined>created_at"),
  LOYALTY_TIERS(
      "loyalty/tiers.tsv",
      "loyalty",
      "loyalty_account",
      '\t',
      "card>loyalty_id",
      "member>source_key",
      "tier>tier",
      "balance>points",
      "tier_from>tier_since",
      "expiry>points_expire_on",
      "to_next>points_to_next",
      "joined>enrolled_at"),
  LOYALTY_MOVEMENTS(
      "loyalty/movements.tsv",
      "loyalty",
      "loyalty_movement",
      '\t',
      "booking>movement_id",
      "card>loyalty_id",
      "booked>moved_at",
      "type>kind",
      "points>points",
      "receipt>order_id"),
  LOYALTY_CONSENTS(
      "loyalty/consents.tsv",
      "loyalty",
      "consent",
      '\t',
      "member>source_key",
      "card>loyalty_id",
      "about>purpose",
      "via>channel",
      "answer>status",
      "answered>recorded_at",
      "where>evidence"),
  DESK_REQUESTERS(
      "servicedesk/requesters.csv",
      "servicedesk",
      "person",
      ',',
      "requester_id>source_key",
      "requester_name>full_name",
      "requester_email>email",
      "requester_phone>phone",
      "club_card>loyalty_id",
      "first_contact>created_at"),
  DESK_TICKETS(
      "servicedesk/tickets.csv",
      "servicedesk",
      "service_ticket",
      ',',
      "ticket>ticket_id",
      "requester_id>source_key",
      "requester_email>email",
      "opened>opened_at",
      "solved>closed_at",
      "contact_via>channel",
      "reason>topic",
      "subject>subject",
      "message>body",
      "satisfaction>rating",
      "order_ref>order_id"),
  MSG_CONTACTS(
      "messaging/contacts.csv",
      "messaging",
      "person",
      ',',
      "contact>source_key",
      "address>email",
      "sms_number>phone",
      "greeting_name>first_name",
      "family_name>last_name",
      "subscribed>created_at|epoch"),
  MSG_ENGAGEMENT(
      "messaging/engagement.csv",
      "messaging",
      "engagement",
      ',',
      "msg_id>message_id",
      "contact>source_key",
      "ts>occurred_at|epoch",
      "medium>channel",
      "action>kind",
      "campaign>campaign",
      "subject_line>subject");

  /// Where a column leads.
  ///
  /// @param name as in the file, with dots for what is nested in JSON
  /// @param target canonical column, or empty
  /// @param reading how to read it, or empty
  record Column(String name, String target, String reading) {
    static Column of(String text) {
      int to = text.indexOf('>');
      if (to < 0) {
        return new Column(text, "", "");
      }
      int how = text.indexOf('|');
      return new Column(
          text.substring(0, to),
          text.substring(to + 1, how < 0 ? text.length() : how),
          how < 0 ? "" : text.substring(how + 1));
    }
  }

  final String path;
  final String source;
  final String dataset;
  final char separator;
  final List<Column> columns;

  SourceFile(String path, String source, String dataset, char separator, String... columns) {
    this.path = path;
    this.source = source;
    this.dataset = dataset;
    this.separator = separator;
    List<Column> list = new ArrayList<>();
    for (String column : columns) {
      list.add(Column.of(column));
    }
    this.columns = List.copyOf(list);
  }

  boolean json() {
    return separator == 'j';
  }

  /// The CRM is old: it exports ISO 8859-1.
  boolean latin() {
    return separator == ';';
  }

  /// The header line, empty for JSON.
  String header() {
    if (json()) {
      return "";
    }
    StringBuilder header = new StringBuilder();
    for (Column column : columns) {
      header.append(header.isEmpty() ? "" : String.valueOf(separator)).append(column.name());
    }
    return header.append('\n').toString();
  }

  /// The file name without folder and endings.
  static String stem(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    return name.substring(0, name.indexOf('.'));
  }
}
