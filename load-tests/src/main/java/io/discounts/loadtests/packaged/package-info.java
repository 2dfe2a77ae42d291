/** The service packaged with a cache of the JVM's that was trained on a real start, and how soon it is ready. */
@NullMarked
package io.discounts.loadtests.packaged;

import org.jspecify.annotations.NullMarked;
