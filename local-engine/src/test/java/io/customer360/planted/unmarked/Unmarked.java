package io.customer360.planted.unmarked;

/// Sits in a package that says nothing about null.
public final class Unmarked {}
