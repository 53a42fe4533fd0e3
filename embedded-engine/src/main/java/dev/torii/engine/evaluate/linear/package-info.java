/// The simple linear model: what everything else is measured against, and what answers when nothing else can.
@NullMarked
package dev.torii.engine.evaluate.linear;

import org.jspecify.annotations.NullMarked;
