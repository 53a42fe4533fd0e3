package dev.torii.engine.embed.export.tfjs;

/// A layer of the model under construction.
///
/// @param width columns of its rows; 0 where each batch has its own
record Layer(String name, int width) {}
