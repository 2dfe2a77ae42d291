package io.discounts.service.eligibility;

import io.discounts.service.catalog.Candidate;

import java.util.BitSet;

/**
 * A candidate that none of its rules speaks against.
 *
 * @param conditions the positions of the rules that the request leaves open
 */
public record Offer(Candidate candidate, BitSet conditions) {}
