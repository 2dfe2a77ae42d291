package io.discounts.loadtests.data;

import java.io.IOException;
import java.nio.file.Path;

/** A share of the data that is written by itself, beside others, and the same whoever else is writing. */
interface Part {
    /**
     * Writes its files, none of which another part writes.
     *
     * @param folder of all the data
     */
    Tally write(Path folder) throws IOException;
}
