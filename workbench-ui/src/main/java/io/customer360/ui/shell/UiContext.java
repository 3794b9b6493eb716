package io.customer360.ui.shell;

import io.customer360.ui.command.ActionRegistry;
import io.customer360.ui.job.FxJobs;
import io.customer360.ui.text.Formats;

/// What every screen is given besides the engine faces it needs.
///
/// @param day the day looked at; a screen that can only show today leaves it alone
/// @param refresh tells the shell that counters or facts may have changed
public record UiContext(
    FxJobs jobs,
    Navigator navigator,
    Notifier notifier,
    Formats formats,
    UiMemory memory,
    ActionRegistry actions,
    io.customer360.ui.theme.ThemeManager themes,
    DayModel day,
    Runnable refresh) {}
