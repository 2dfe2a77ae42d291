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
        var batches = new BatchTransaction(new RetriedTransaction(transaction), catalog, deadLetters, watermarks);
        return new TransactionalIngestion(
                properties.streams(),
                new RecordReader(adapters),
                new Lanes(properties.lanes(), new BatchHalves(batches)),
                watermarks,
                metrics,
                clock);
    }

    @Bean
    LoggedIngestion loggedIngestion(
            IngestionProperties properties,
            ProviderAdapters adapters,
            TransactionTemplate transaction,
            DeadLetters deadLetters) {
        return new VersionedIngestion(
                properties.streams(), new RecordReader(adapters), new RetriedTransaction(transaction), deadLetters);
    }

    @Bean
    DeadLetterQueue deadLetterQueue(
            IngestionProperties properties,
            ProviderAdapters adapters,
            TransactionTemplate transaction,
            DiscountCatalog catalog,
            QueuedLetters queues,
            LetterAudit audit,
            IngestionMetrics metrics) {
        var redrive = new LetterRedrive(
                new RetriedTransaction(transaction),
                LetterReader.of(properties.streams(), new RecordReader(adapters)),
                catalog,
                queues,
                audit);
        return new DeadLetterQueue(queues, audit, redrive, metrics);
    }
}
