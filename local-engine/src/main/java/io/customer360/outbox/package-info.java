/// What was approved and waits for delivery, with exactly one row for each intent and a stable id
/// that travels with every attempt. Delivery itself (HTTP, files) is done by connectors through
/// [io.customer360.outbox.Outbox]; this room keeps the states, so that a kill at any point loses
/// nothing and sends nothing twice.
@NullMarked
package io.customer360.outbox;

import org.jspecify.annotations.NullMarked;
