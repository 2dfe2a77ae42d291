/**
 * The contract's decision rules once more, written from its text alone and without a thought for speed: one object for each
 * unit, fractions without bound, every combination that the contract names spelled out. What the engine says is held against it.
 */
@NullMarked
package io.discounts.service.eligibility.oracle;

import org.jspecify.annotations.NullMarked;
