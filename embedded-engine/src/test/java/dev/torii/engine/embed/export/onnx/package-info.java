@NullMarked
package dev.torii.engine.embed.export.onnx;

import org.jspecify.annotations.NullMarked;
