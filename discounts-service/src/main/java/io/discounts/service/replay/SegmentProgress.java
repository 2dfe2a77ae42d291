package io.discounts.service.replay;

/**
 * How far a segment is.
 *
 * @param number within its replay
 * @param lines how many of its lines are dealt with
 */
record SegmentProgress(int number, Segment segment, long lines) {}
