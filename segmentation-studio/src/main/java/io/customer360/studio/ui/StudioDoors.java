package io.customer360.studio.ui;

import io.customer360.governance.AuditLog;
import io.customer360.outbox.Outbox;
import io.customer360.ui.decision.DeliverySwitch;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// What the studio's screens need from outside.
///
/// @param outbox where people who may be addressed are queued
/// @param audit where it is written down
/// @param clock of the data: what is sent is due then
/// @param targets names of the destinations
/// @param delivery hands what is queued to its destinations
/// @param saveAs asks where to write a file, given a first name for it
/// @param open asks for a file to read
public record StudioDoors(
    Outbox outbox,
    AuditLog audit,
    Clock clock,
    Supplier<List<String>> targets,
    DeliverySwitch delivery,
    Function<String, Optional<Path>> saveAs,
    Supplier<Optional<Path>> open) {}
