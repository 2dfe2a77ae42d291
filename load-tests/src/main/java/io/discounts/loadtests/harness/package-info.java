/** What runs share: the service as processes of its own, streams to load, figures to read. */
@NullMarked
package io.discounts.loadtests.harness;

import org.jspecify.annotations.NullMarked;
