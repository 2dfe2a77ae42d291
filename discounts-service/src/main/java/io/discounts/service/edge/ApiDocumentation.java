package io.discounts.service.edge;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Serves the API's description and a page to read it, all from this service: nothing is loaded from elsewhere. */
@Configuration(proxyBeanMethods = false)
class ApiDocumentation implements WebMvcConfigurer {
    static final String[] PATHS = {"/docs", "/docs/**", "/openapi.json"};
    /** Swagger UI styles elements in place and has its icons as data. */
    static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
                    + " img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    @Override
    public void addViewControllers(ViewControllerRegistry pages) {
        pages.addRedirectViewController("/docs", "/docs/index.html");
        pages.addRedirectViewController("/docs/", "/docs/index.html");
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry files) {
        files.addResourceHandler("/openapi.json").addResourceLocations("classpath:/static/");
        files.addResourceHandler("/docs/**").addResourceLocations("classpath:/static/docs/");
    }
}
