package io.discounts.service.sql;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Values as SQL has them, the same in every {@code sql_mode} of MySQL and MariaDB as long as the connection speaks UTF-8: within
 * single quotes nothing but these and backslashes means anything. Quotes are doubled. What a backslash means depends on
 * {@code NO_BACKSLASH_ESCAPES}, so that a text with one is written as its bytes.
 */
final class Literals {
    private static final HexFormat HEX = HexFormat.of();

    private Literals() {}

    static void append(StringBuilder sql, @Nullable Object value) {
        switch (value) {
            case String text -> appendText(sql, text);
            case Long number -> sql.append(number.longValue());
            case null -> sql.append("NULL");
            default -> throw new IllegalArgumentException("neither text nor a whole number: " + value.getClass());
        }
    }

    private static void appendText(StringBuilder sql, String text) {
        if (text.indexOf('\\') >= 0 || text.indexOf('\0') >= 0) {
            sql.append("x'").append(HEX.formatHex(text.getBytes(StandardCharsets.UTF_8)));
        } else {
            sql.append('\'').append(text.indexOf('\'') < 0 ? text : text.replace("'", "''"));
        }
        sql.append('\'');
    }
}
