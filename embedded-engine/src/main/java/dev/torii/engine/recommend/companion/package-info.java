/// Recommenders that are fitted beside the towers, lie in the folder of their version, and answer from there.
@NullMarked
package dev.torii.engine.recommend.companion;

import org.jspecify.annotations.NullMarked;
