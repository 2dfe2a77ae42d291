package io.discounts.loadtests.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What the data can be written as. */
public enum DataFormat {
    /** The event log of a marketplace whose providers all speak the contract's own format. */
    NDJSON {
        @Override
        List<Part> parts(Dataset data) {
            return data.canonicalLog();
        }
    },
    /** The same log as providers write it that speak their own. */
    NATIVE {
        @Override
        List<Part> parts(Dataset data) {
            return data.nativeLog();
        }
    },
    /** The rows that are left when either log has been applied, for {@link LoadStatements}. */
    LOAD_DATA {
        @Override
        List<Part> parts(Dataset data) {
            return data.tables();
        }
    };

    /**
     * The format by its name on the command line.
     *
     * @throws IllegalArgumentException if there is none of the name
     */
    public static DataFormat named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    abstract List<Part> parts(Dataset data);

    /** Writes all data below a folder, on all cores. */
    public Tally write(Dataset data, Path folder) throws IOException {
        return Writing.write(parts(data), folder, Runtime.getRuntime().availableProcessors());
    }
}
