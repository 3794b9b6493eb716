package io.customer360.assistant;

/// A model installed on this machine.
///
/// @param name with its tag: `qwen3:8b`
/// @param digest of its content
/// @param bytes on disk
/// @param parameters `8.2B`; may be empty
/// @param quantization `Q4_K_M`; may be empty
/// @param tools whether it can call tools; without them it cannot plan
/// @param contextTokens the longest prompt it takes; 0 when unknown
public record LocalModel(
    String name,
    String digest,
    long bytes,
    String parameters,
    String quantization,
    boolean tools,
    int contextTokens) {}
