package io.discounts.service.ingestion;

import io.discounts.service.catalog.DiscountCatalog;
import io.discounts.service.catalog.Watermarks;
import io.discounts.service.provider.ProviderAdapters;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;

@Configuration(proxyBeanMethods = false)
class IngestionConfiguration {
    @Bean
    EventIngestion eventIngestion(
            IngestionProperties properties,
            ProviderAdapters adapters,
            TransactionTemplate transaction,
            DiscountCatalog catalog,
            DeadLetters deadLetters,
            Watermarks watermarks,
            IngestionMetrics metrics,
            Clock clock) {
        properties.streams().forEach(stream -> adapters.requireKnown(stream.formats()));
        return new TransactionalIngestion(
                properties.streams(),
                new RecordReader(adapters),
                new BatchTransaction(transaction, catalog, deadLetters, watermarks),
                metrics,
                clock);
    }
}
