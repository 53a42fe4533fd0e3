/// Why a video was recommended.
@NullMarked
package dev.torii.engine.recommend.explain;

import org.jspecify.annotations.NullMarked;
