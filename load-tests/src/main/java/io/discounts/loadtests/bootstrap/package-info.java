/** The catalog from an event log, as on the first day and after a disaster, beside what the database can do at best. */
@NullMarked
package io.discounts.loadtests.bootstrap;

import org.jspecify.annotations.NullMarked;
