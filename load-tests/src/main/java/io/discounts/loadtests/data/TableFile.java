package io.discounts.loadtests.data;

import org.jspecify.annotations.Nullable;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Rows for {@code LOAD DATA … CHARACTER SET binary} with its defaults: columns end with a tab, rows with a newline, a
 * backslash escapes. For one thread.
 */
final class TableFile implements AutoCloseable {
    private static final int BUFFER = 1 << 16;
    private static final byte[] NULL = {'\\', 'N'};

    private final OutputStream out;
    private boolean rowBegun;

    private TableFile(OutputStream out) {
        this.out = out;
    }

    static TableFile create(Path folder, String table, String name) throws IOException {
        var path = folder.resolve(table).resolve(name + ".tsv");
        Files.createDirectories(path.getParent());
        return new TableFile(new BufferedOutputStream(Files.newOutputStream(path), BUFFER));
    }

    TableFile column(@Nullable String value) throws IOException {
        return column(value == null ? null : value.getBytes(StandardCharsets.UTF_8));
    }

    TableFile column(long value) throws IOException {
        return column(Long.toString(value));
    }

    TableFile column(byte @Nullable [] value) throws IOException {
        if (rowBegun) {
            out.write('\t');
        }
        rowBegun = true;
        if (value == null) {
            out.write(NULL);
        } else {
            escaped(value);
        }
        return this;
    }

    void endRow() throws IOException {
        out.write('\n');
        rowBegun = false;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private void escaped(byte[] value) throws IOException {
        int plain = 0;
        for (int i = 0; i < value.length; i++) {
            if (value[i] == '\\' || value[i] == '\t' || value[i] == '\n') {
                out.write(value, plain, i - plain);
                out.write('\\');
                plain = i;
            }
        }
        out.write(value, plain, value.length - plain);
    }
}
