package io.discounts.loadtests.data;

import java.util.List;

/**
 * What a provider has ever said of one thing.
 *
 * @param told in the order of arrival
 * @param newest the one of them that counts
 */
record Subject(List<Statement> told, Statement newest) {
    Subject {
        told = List.copyOf(told);
    }
}
