/// Users, their interactions and their decisions in the database.
@NullMarked
package dev.torii.engine.people;

import org.jspecify.annotations.NullMarked;
