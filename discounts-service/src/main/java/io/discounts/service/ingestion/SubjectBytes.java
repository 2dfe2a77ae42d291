package io.discounts.service.ingestion;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;

/** Subjects as the database has them. */
final class SubjectBytes {
    /** Stands for the letters whose subject could not be read; no event has an empty one. */
    static final String NONE = "";

    private SubjectBytes() {}

    static byte[] write(String subject) {
        return subject.getBytes(StandardCharsets.UTF_8);
    }

    static String read(byte[] subject) {
        return new String(subject, StandardCharsets.UTF_8);
    }

    static byte @Nullable [] writeNullable(@Nullable String subject) {
        return subject == null ? null : write(subject);
    }

    static @Nullable String readNullable(byte @Nullable [] subject) {
        return subject == null ? null : read(subject);
    }

    /** What the row is called that stands for a subject's letters. */
    static String row(@Nullable String subject) {
        return subject == null ? NONE : subject;
    }
}
