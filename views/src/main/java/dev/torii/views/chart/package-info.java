/// Small drawings: the parts of a score, and the cover of a video without a picture.
@NullMarked
package dev.torii.views.chart;

import org.jspecify.annotations.NullMarked;
