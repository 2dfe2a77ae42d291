package io.discounts.service.edge;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import io.swagger.v3.oas.annotations.servers.Server;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Serves the API's description and a page to read it, all from this service: nothing is loaded from elsewhere. */
@Configuration(proxyBeanMethods = false)
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Discounts",
                        version = "v1",
                        description = "Which discounts a store has for a customer, what they make of a basket, and the"
                                + " holds that a checkout takes on them. Money is in minor units of its currency,"
                                + " instants are RFC 3339 in UTC, unknown fields are ignored.",
                        license = @License(name = "Apache-2.0", identifier = "Apache-2.0")),
        servers = @Server(url = "/", description = "The service that serves this page"))
@SecurityScheme(
        name = ApiDocumentation.TOKEN,
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT",
        description = "A JWT of the configured issuer with the scope that the operation names.")
class ApiDocumentation implements WebMvcConfigurer {
    static final String TOKEN = "token";
    static final String[] PATHS = {"/docs", "/docs/**", "/openapi.json"};
    /** Swagger UI styles elements in place and has its icons as data. */
    static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self';"
            + " style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none';"
            + " form-action 'none'; frame-ancestors 'none'";

    private static final String SWAGGER_UI = "classpath*:META-INF/resources/webjars/swagger-ui/*/swagger-ui.css";

    @Override
    public void addViewControllers(ViewControllerRegistry pages) {
        pages.addViewController("/docs").setViewName("forward:/docs/index.html");
        pages.addViewController("/docs/").setViewName("forward:/docs/index.html");
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry files) {
        files.addResourceHandler("/openapi.json").addResourceLocations("classpath:/static/");
        files.addResourceHandler("/docs/swagger-ui/**").addResourceLocations(swaggerUi());
        files.addResourceHandler("/docs/**").addResourceLocations("classpath:/static/docs/");
    }

    /** The folder inside the webjar, whose name has the version in it. */
    private static Resource swaggerUi() {
        try {
            var stylesheets = new PathMatchingResourcePatternResolver().getResources(SWAGGER_UI);
            return stylesheets[0].createRelative("./");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
