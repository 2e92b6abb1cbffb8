/** Mixed integer programs; the only package that sees the library that solves them. */
@NullMarked
package org.doorstep.simulator.optimise.program;

import org.jspecify.annotations.NullMarked;
