package io.discounts.service.catalog;

import io.discounts.service.ServiceTest;
import io.discounts.service.discount.Region;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

import static io.discounts.service.catalog.CatalogFixture.published;
import static io.discounts.service.catalog.CatalogFixture.withdrawn;
import static io.discounts.service.discount.fixtures.DiscountFixtures.aDiscount;
import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
class JdbcDiscountRecordsTest {
    private static final Region NORWAY = new Region("NO");

    @Autowired
    private DiscountRecords records;

    @Autowired
    private DiscountCatalog catalog;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void tellsWhatIsWhatWasAndWhatNeverWas() {
        var fixture = new CatalogFixture(catalog, transaction);
        var present = aDiscount().id("p:records-1").region("NO").build();
        var gone = aDiscount().id("p:records-2").region("NO").build();
        fixture.apply(published(present), published(gone));
        fixture.apply(withdrawn(gone, 7));

        assertThat(records.find(NORWAY, present.id())).isEqualTo(new DiscountRecord.Present(present));
        assertThat(records.find(NORWAY, gone.id())).isEqualTo(new DiscountRecord.Withdrawn(7));
        assertThat(records.find(new Region("ES"), present.id())).isEqualTo(new DiscountRecord.Unknown());
    }

    @Test
    void saysWhenTheDatabaseIsAway() {
        var away = new DriverManagerDataSource("jdbc:mysql://127.0.0.1:1/discounts?connectTimeout=500");

        assertThat(new JdbcDiscountRecords(JdbcClient.create(away))
                        .find(NORWAY, aDiscount().build().id()))
                .isEqualTo(new DiscountRecord.Unavailable());
    }
}
