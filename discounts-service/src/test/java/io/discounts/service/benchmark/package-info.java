/** JMH benchmarks; CONTRIBUTING.md has their command. */
@NullMarked
package io.discounts.service.benchmark;

import org.jspecify.annotations.NullMarked;
