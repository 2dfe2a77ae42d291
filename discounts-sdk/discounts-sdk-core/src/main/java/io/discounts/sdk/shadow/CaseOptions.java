package io.discounts.sdk.shadow;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Where mismatching calls are kept as cases.
 *
 * @param folder made if it is not there; each case is a file of its own, written whole or not at all
 * @param perKind cases of the same operation, verdict, kind and field at most, those of earlier runs included; 5
 * @param total cases written by one client at most, 200
 */
public record CaseOptions(Path folder, int perKind, int total) {
    public CaseOptions {
        Objects.requireNonNull(folder, "folder");
        Require.that(perKind >= 1, "perKind must be positive");
        Require.that(total >= 1, "total must be positive");
    }

    public static CaseOptions in(Path folder) {
        return new CaseOptions(folder, 5, 200);
    }
}
