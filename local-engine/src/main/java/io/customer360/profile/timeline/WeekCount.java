package io.customer360.profile.timeline;

import java.time.LocalDate;

/// Events of the week that begins on `monday`; `bad` of them were bad news.
public record WeekCount(LocalDate monday, int events, int bad) {}
