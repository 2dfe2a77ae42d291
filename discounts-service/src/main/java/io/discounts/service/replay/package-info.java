/**
 * The event log and what is made of it: archived records go through the pipeline again, into the live catalog or into a
 * shadow of it; ordered over HTTP or from the command line, resumable after a kill.
 */
@ApplicationModule(allowedDependencies = {"catalog", "ingestion"})
@NullMarked
package io.discounts.service.replay;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
