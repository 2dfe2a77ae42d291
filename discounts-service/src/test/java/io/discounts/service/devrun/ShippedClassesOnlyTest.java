package io.discounts.service.devrun;

import io.discounts.service.DiscountsServiceApplication;
import io.discounts.service.devrun.ShippedClassesOnly.ExcludingTestClasses;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.type.classreading.MetadataReaderFactory;

import java.io.IOException;

import static org.assertj.core.api.Assertions.assertThat;

class ShippedClassesOnlyTest {
    private final MetadataReaderFactory classes =
            MetadataReaderFactory.create(getClass().getClassLoader());

    @Test
    void leavesOutWhatTestsDeclare() throws IOException {
        assertThat(leavesOut(ShippedClassesOnlyTest.class)).isTrue();
    }

    @Test
    void keepsWhatTheServiceShips() throws IOException {
        assertThat(leavesOut(DiscountsServiceApplication.class)).isFalse();
    }

    @Test
    void isForTheDevelopmentRunAlone() {
        assertThat(filtersOf("dev")).isEqualTo(1);
        assertThat(filtersOf("test")).isZero();
    }

    private boolean leavesOut(Class<?> type) throws IOException {
        return new ExcludingTestClasses().match(classes.getMetadataReader(type.getName()), classes);
    }

    private static int filtersOf(String profile) {
        try (var context = new GenericApplicationContext()) {
            context.getEnvironment().setActiveProfiles(profile);
            new ShippedClassesOnly().initialize(context);
            return context.getBeanFactory().getBeanNamesForType(TypeExcludeFilter.class).length;
        }
    }
}
