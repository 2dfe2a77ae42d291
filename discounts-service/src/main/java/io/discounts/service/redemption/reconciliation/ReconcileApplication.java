package io.discounts.service.redemption.reconciliation;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;

/** A connection to the database by the service's settings, and nothing else. Without a stereotype: the service scans here. */
@ImportAutoConfiguration(DataSourceAutoConfiguration.class)
final class ReconcileApplication {}
