/// Where exports go: folders, and buckets of Supabase Storage.
@NullMarked
package dev.torii.engine.embed.export.place;

import org.jspecify.annotations.NullMarked;
