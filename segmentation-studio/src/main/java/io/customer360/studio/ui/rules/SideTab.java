package io.customer360.studio.ui.rules;

import io.customer360.studio.segment.SegmentDefinition;
import java.util.function.Function;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// Something else about the segment, beside its rules.
///
/// @param count shown behind the title, of the saved segment or null for a new one; may be empty
/// @param shown called when it comes on screen, and when the segment changes while it is there
public record SideTab(
    String title,
    Node content,
    Function<@Nullable SegmentDefinition, String> count,
    Runnable shown) {}
