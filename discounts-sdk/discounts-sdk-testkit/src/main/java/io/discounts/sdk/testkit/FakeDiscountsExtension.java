package io.discounts.sdk.testkit;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each JUnit test that has a {@link FakeDiscountsService} among its parameters a service of its own, by the system's
 * clock, and closes it after the test: {@code @ExtendWith(FakeDiscountsExtension.class)}. Needs JUnit 5.0 or later.
 */
public final class FakeDiscountsExtension implements ParameterResolver, AfterEachCallback {
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(FakeDiscountsExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == FakeDiscountsService.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var store = context.getStore(NAMESPACE);
        var given = store.get(FakeDiscountsService.class);
        if (given != null) {
            return given;
        }
        var service = FakeDiscountsService.start();
        store.put(FakeDiscountsService.class, service);
        return service;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        var service = context.getStore(NAMESPACE).remove(FakeDiscountsService.class, FakeDiscountsService.class);
        if (service != null) {
            service.close();
        }
    }
}
