/**
 * The transactional outbox: what must be told after a commit is written in the transaction it tells of, and told until it
 * has been heard (<a href="https://microservices.io/patterns/data/transactional-outbox.html">pattern</a>).
 */
@ApplicationModule(allowedDependencies = {"discount", "sql"})
@NullMarked
package io.discounts.service.outbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
