package io.discounts.service.catalog;

import com.github.benmanes.caffeine.cache.Weigher;
import io.discounts.service.outbox.EventOutbox;
import io.discounts.service.outbox.Outbox;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.support.TransactionTemplate;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** How the catalog is put together: near cache over Redis over MySQL, and the way back for invalidations. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class CatalogConfiguration {
    private static final int LOADS = 16;
    private static final int LOADS_WAITING = 256;
    private static final int WHOLE_LOADS = 2;
    private static final int WHOLE_LOADS_WAITING = 8;
    private static final Duration OLDEST_PATCHED = Duration.ofDays(1);
    private static final Duration SLOW_WHOLE = Duration.ofSeconds(2);

    /** So often are values renewed that are due or have changed: what is put is readable by so much later. */
    private static final Executor RENEWALS =
            CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS, Runnable::run);

    private final long seed = new SecureRandom().nextLong();

    @Bean
    CatalogMetrics catalogMetrics(MeterRegistry registry) {
        return new CatalogMetrics(registry);
    }

    /**
     * Few, so that the database never has more loads at once than it has connections for; on platform threads, which go
     * on however many requests keep the carriers of virtual ones busy. A load that finds no place fails at once.
     */
    @Bean
    ExecutorService catalogLoads() {
        return loads("catalog-load-", LOADS, LOADS_WAITING);
    }

    /** Fewer still, and of their own: who asks for the past waits for others who do. */
    @Bean
    ExecutorService wholeSheetLoads() {
        return loads("whole-sheet-load-", WHOLE_LOADS, WHOLE_LOADS_WAITING);
    }

    private static ExecutorService loads(String name, int most, int waiting) {
        var threads = Thread.ofPlatform().daemon().name(name, 0).factory();
        return new ThreadPoolExecutor(most, most, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(waiting), threads);
    }

    @Bean
    RedisLink redisLink(RedisProperties properties) {
        return new RedisLink(properties);
    }

    @Bean
    RedisInvalidations redisInvalidations(RedisLink link, CatalogProperties properties) {
        return new RedisInvalidations(link, properties.redisTtl());
    }

    @Bean
    JdbcWatermarks watermarks(JdbcClient jdbc) {
        return new JdbcWatermarks(jdbc);
    }

    @Bean
    DiscountRecords discountRecords(JdbcClient jdbc) {
        return new JdbcDiscountRecords(jdbc);
    }

    @Bean
    NearCache<StoreKey, KnownStore> nearStores(
            JdbcClient jdbc,
            CatalogProperties properties,
            ExecutorService catalogLoads,
            Clock clock,
            CatalogMetrics metrics) {
        var mysql = new GuardedSource<>(
                new JdbcStores(jdbc, metrics, CatalogTables.LIVE),
                Breakers.of("mysql-stores", properties.loadTimeout()));
        var near = new NearCache<>(
                new KnownStores(mysql),
                Weigher.singletonWeigher(),
                properties.stores(seed),
                catalogLoads,
                RENEWALS,
                clock,
                metrics.cache("stores"));
        metrics.weight("stores", near, NearCache::weight);
        return near;
    }

    @Bean
    StoreRenewal storeRenewal(NearCache<StoreKey, KnownStore> nearStores) {
        return new StoreRenewal(nearStores);
    }

    @Bean
    SheetChanges sheetChanges() {
        return new SheetChanges();
    }

    @Bean
    NearCache<SheetKey, Sheet> nearSheets(
            JdbcClient jdbc,
            RedisLink link,
            SheetChanges sheetChanges,
            CatalogProperties properties,
            ExecutorService catalogLoads,
            Clock clock,
            CatalogMetrics metrics) {
        var breaker = Breakers.of("mysql-sheets", properties.loadTimeout());
        var mysql = new GuardedSource<>(
                new JdbcSheets(jdbc, metrics, CatalogTables.LIVE, () -> properties.since(clock)), breaker);
        var redis = new RedisSheets(mysql, link, Breakers.of("redis", link.slow()), properties.redisTtl(), metrics);
        var near = new NearCache<>(
                new PatchedSheets(
                        new CompiledSheets(redis, mysql),
                        redis::versions,
                        new JdbcSheetPatches(jdbc, metrics),
                        sheetChanges,
                        breaker,
                        () -> properties.since(clock).minus(OLDEST_PATCHED)),
                (key, sheet) -> sheet.weight(),
                properties.sheets(seed),
                catalogLoads,
                RENEWALS,
                clock,
                metrics.cache("sheets"));
        metrics.weight("sheets", near, NearCache::weight);
        return near;
    }

    /** For requests about the past. Redis does not keep them: they are large, and hardly ever asked for. */
    @Bean
    NearCache<SheetKey, Sheet> wholeSheets(
            JdbcClient jdbc,
            CatalogProperties properties,
            ExecutorService wholeSheetLoads,
            Clock clock,
            CatalogMetrics metrics) {
        var mysql = new GuardedSource<>(
                new JdbcSheets(jdbc, metrics, CatalogTables.LIVE), Breakers.of("mysql-whole-sheets", SLOW_WHOLE));
        var whole = new NearCache<>(
                new CompiledSheets(mysql),
                (key, sheet) -> sheet.weight(),
                properties.wholeSheets(seed),
                wholeSheetLoads,
                RENEWALS,
                clock,
                metrics.cache("whole-sheets"));
        metrics.weight("whole-sheets", whole, NearCache::weight);
        return whole;
    }

    @Bean
    InvalidationListener invalidationListener(
            NearCache<StoreKey, KnownStore> nearStores,
            List<NearCache<SheetKey, Sheet>> sheetCaches,
            SheetChanges sheetChanges,
            RedisLink link) {
        var listener = new InvalidationListener(nearStores, sheetCaches, sheetChanges);
        link.listen(listener);
        return listener;
    }

    @Bean
    CatalogNews catalogNews(
            EventOutbox outbox, Clock clock, @Value("${discounts.events.discount-changed:true}") boolean told) {
        return told ? new DiscountChangedEvents(outbox, clock) : CatalogNews.UNHEARD;
    }

    @Bean
    DiscountCatalog discountCatalog(
            JdbcTemplate jdbc,
            JdbcClient client,
            Outbox outbox,
            CatalogNews catalogNews,
            CatalogMetrics metrics,
            NearCache<StoreKey, KnownStore> nearStores,
            NearCache<SheetKey, Sheet> nearSheets,
            NearCache<SheetKey, Sheet> wholeSheets,
            ObjectProvider<UseReports> reports) {
        var direct = CandidateSearch.uncached(client, metrics, CatalogTables.LIVE);
        return new CachingDiscountCatalog(
                new SettlingDiscountCatalog(
                        new JdbcDiscountCatalog(jdbc, outbox, catalogNews, direct), reports::getObject),
                nearStores,
                new SheetsInTime(nearSheets, wholeSheets));
    }

    @Bean
    CatalogFilling catalogFilling(
            JdbcTemplate jdbc,
            JdbcClient client,
            TransactionTemplate transaction,
            Outbox outbox,
            CatalogMetrics metrics,
            ObjectProvider<UseReports> reports) {
        var live = CandidateSearch.uncached(client, metrics, CatalogTables.LIVE);
        var filled = new SettlingDiscountCatalog(JdbcDiscountCatalog.unannounced(jdbc, live), reports::getObject);
        return new JdbcCatalogFilling(jdbc, transaction, outbox, filled);
    }

    @Bean
    CatalogRebuild catalogRebuild(
            JdbcTemplate jdbc,
            JdbcClient client,
            TransactionTemplate transaction,
            Outbox outbox,
            CatalogMetrics metrics) {
        return new JdbcCatalogRebuild(
                jdbc, transaction, outbox, CandidateSearch.uncached(client, metrics, CatalogTables.SHADOW));
    }
}
