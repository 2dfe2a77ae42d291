package io.discounts.service.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A condition that names rows by a composite key, {@code (a = ? AND b = ? AND c IN (?, ?)) OR …}: unlike a list of row
 * constructors, both MySQL and MariaDB read it as ranges of the index, and lock no row besides.
 */
record KeyPredicate(List<String> columns, String sql, List<Object> parameters) {

    /**
     * Names rows.
     *
     * @param columns the key's columns, most significant first
     * @param keys at least one row's values of those columns
     */
    static KeyPredicate of(List<String> columns, Collection<? extends List<?>> keys) {
        var leading = columns.subList(0, columns.size() - 1);
        var groups = keys.stream()
                .collect(Collectors.groupingBy(
                        key -> key.subList(0, leading.size()),
                        LinkedHashMap::new,
                        Collectors.mapping(List::getLast, Collectors.<Object>toList())));
        var prefix = leading.stream().map(column -> column + " = ? AND ").collect(Collectors.joining());
        var parameters = new ArrayList<Object>();
        var sql = groups.entrySet().stream()
                .map(group -> {
                    parameters.addAll(group.getKey());
                    parameters.addAll(group.getValue());
                    return "(" + prefix + columns.getLast() + " IN ("
                            + places(group.getValue().size()) + "))";
                })
                .collect(Collectors.joining(" OR "));
        return new KeyPredicate(columns, sql, List.copyOf(parameters));
    }

    /**
     * A locking read of these rows in the order of their key, which is the table's primary key. Left to itself the database
     * reads a table that it takes for small from end to end, and waits for rows that are not named: a deadlock, if their
     * writer waits likewise.
     */
    String lock(String selected, String table) {
        return read(selected, table) + " FOR UPDATE";
    }

    /** The same, but others may lock the rows likewise. */
    String share(String selected, String table) {
        return read(selected, table) + " LOCK IN SHARE MODE";
    }

    private String read(String selected, String table) {
        return "SELECT " + selected + " FROM " + table + " FORCE INDEX (PRIMARY) WHERE " + sql + " ORDER BY "
                + String.join(", ", columns);
    }

    private static String places(int count) {
        return String.join(",", Collections.nCopies(count, "?"));
    }
}
