/// One user under the glass: history, recommendations, and why each was recommended.
@NullMarked
package dev.torii.views.inspection;

import org.jspecify.annotations.NullMarked;
