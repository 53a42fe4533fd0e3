/// The vocabulary of Torii: immutable records, enums and sealed results. Knows the JDK alone.
@NullMarked
package dev.torii.models;

import org.jspecify.annotations.NullMarked;
