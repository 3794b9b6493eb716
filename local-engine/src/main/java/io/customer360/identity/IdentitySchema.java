package io.customer360.identity;

import io.customer360.lakehouse.SchemaContribution;
import java.util.List;

/// The table that makes customer ids stable: which record first anchored which id. It outlives
/// every rebuild of the lake; ids are never given twice.
public final class IdentitySchema implements SchemaContribution {
  @Override
  public String area() {
    return "identity";
  }

  @Override
  public List<String> statements() {
    return List.of(
        """
        create table if not exists ops.customer_registry
          (anchor varchar not null, customer_id varchar not null, number bigint not null)
        """);
  }
}
