package io.discounts.sdk.spring;

import dev.openfeature.sdk.FeatureProvider;
import dev.openfeature.sdk.providers.memory.Flag;
import dev.openfeature.sdk.providers.memory.InMemoryProvider;
import io.discounts.sdk.rollout.FlagKeys;
import io.discounts.sdk.rollout.FlagObserver;
import io.discounts.sdk.rollout.FlagSources;
import io.discounts.sdk.rollout.Guard;
import io.discounts.sdk.rollout.GuardListener;
import io.discounts.sdk.rollout.Rollout;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ResourceLoader;
import org.springframework.util.ClassUtils;

import java.util.Map;

/** Where calls go. */
@Configuration(proxyBeanMethods = false)
class RolloutConfiguration {
    private static final String FLAGD = "dev.openfeature.contrib.providers.flagd.FlagdProvider";

    @Bean
    @ConditionalOnMissingBean
    FlagSource discountsFlagSource(FlagProperties flags, ResourceLoader resources) {
        return () -> provider(flags, resources.getClassLoader());
    }

    @Bean
    @ConditionalOnMissingBean
    Rollout discountsRollout(
            FlagSource source,
            FlagProperties flags,
            ObjectProvider<Guard> guard,
            ObjectProvider<FlagObserver> observers) {
        var rollout = Rollout.from(source.provider()).salt(flags.salt()).readEvery(flags.readEvery());
        guard.ifAvailable(rollout::guard);
        observers.orderedStream().forEach(rollout::observer);
        return rollout.build();
    }

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnProperty("discounts.client.guard.enabled")
    Guard discountsGuard(GuardProperties guard) {
        return new Guard(guard.options(), step -> {});
    }

    /** The host's own guard tells the listeners as well; late, for they may need the client. */
    @Bean
    SmartInitializingSingleton discountsGuardListeners(
            ObjectProvider<Guard> guard, ObjectProvider<GuardListener> listeners) {
        return () -> guard.forEach(it -> listeners.orderedStream().forEach(it::alsoTell));
    }

    private static FeatureProvider provider(FlagProperties flags, @Nullable ClassLoader classes) {
        var file = flags.file();
        var host = flags.flagdHost();
        if (file == null && host == null) {
            return fixed(flags);
        }
        if (!ClassUtils.isPresent(FLAGD, classes)) {
            throw new UnusableConfigurationException(
                    "discounts.client.flags names a file or a flagd, and flagd's provider is not on the class path.",
                    "Add dev.openfeature.contrib.providers:flagd, or have a FlagSource bean.");
        }
        return file == null ? FlagSources.flagd(String.valueOf(host), flags.flagdPort()) : FlagSources.file(file);
    }

    private static FeatureProvider fixed(FlagProperties flags) {
        return new InMemoryProvider(Map.of(
                FlagKeys.KILL_SWITCH, flag(false),
                FlagKeys.SEARCH_STAGE, flag(flags.search()),
                FlagKeys.EVALUATE_STAGE, flag(flags.evaluate())));
    }

    private static Flag<?> flag(Object value) {
        return Flag.builder().variant("fixed", value).defaultVariant("fixed").build();
    }
}
