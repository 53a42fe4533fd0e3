/// What both towers compute, told once for every format of export.
@NullMarked
package dev.torii.engine.embed.export.tower;

import org.jspecify.annotations.NullMarked;
