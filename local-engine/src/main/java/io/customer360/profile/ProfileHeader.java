package io.customer360.profile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Who this is. Texts are as stored; `lifecycle` is one of new, active, at-risk, churned, prospect,
/// `valueTier` high, mid or low, `tier` the loyalty tier.
public record ProfileHeader(
    String customerId,
    String name,
    String initials,
    @Nullable String email,
    @Nullable String phone,
    @Nullable String city,
    @Nullable String country,
    @Nullable String zone,
    @Nullable String lifecycle,
    @Nullable String valueTier,
    @Nullable String tier,
    @Nullable LocalDate customerSince,
    int sourceRecords,
    int segments) {}
