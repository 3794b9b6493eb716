package io.customer360.ui.shell;

import io.customer360.job.JobRunner;
import io.customer360.ui.command.PaletteProvider;
import io.customer360.ui.text.Formats;
import io.customer360.ui.theme.Theme;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;

/// Everything the window needs; made by the program's composition.
///
/// @param name the window's title
/// @param person who sits here: `Maya Hart`
/// @param facts read off the FX thread at start, after every job and on request
/// @param agents empty when there are no agents to stop
/// @param days how the window gets to other days
/// @param screens the screens in the order of the rail
/// @param palette further things the palette finds; actions are always found
public record WorkbenchModel(
    String name,
    String person,
    Theme theme,
    Formats formats,
    JobRunner runner,
    UiMemory memory,
    Callable<ShellFacts> facts,
    Optional<AgentSwitch> agents,
    DayDoor days,
    Function<UiContext, List<ScreenDefinition>> screens,
    Function<UiContext, List<PaletteProvider>> palette) {}
