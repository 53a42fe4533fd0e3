/// The vector store in this process: exact nearest neighbours under exact filters.
@NullMarked
package dev.torii.engine.recommend.retrieval;

import org.jspecify.annotations.NullMarked;
