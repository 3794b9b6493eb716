package io.customer360.ingest.value;

/// What the values of a raw column look like.
public enum ColumnType {
  TEXT,
  WHOLE_NUMBER,
  DECIMAL,
  MONEY,
  DATE,
  TIMESTAMP,
  BOOLEAN,
  EMAIL,
  PHONE,
  COUNTRY,
  CURRENCY,
  POSTCODE,
  JSON,
  EMPTY
}
