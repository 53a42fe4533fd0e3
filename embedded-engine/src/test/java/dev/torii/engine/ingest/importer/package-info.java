/// Tests of the data set readers and of what they write.
@NullMarked
package dev.torii.engine.ingest.importer;

import org.jspecify.annotations.NullMarked;
