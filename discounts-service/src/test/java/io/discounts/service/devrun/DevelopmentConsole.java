package io.discounts.service.devrun;

import io.discounts.service.devservers.RunningServers;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;

import java.util.LinkedHashMap;
import java.util.Map;

/** Tells people and scripts, once the service is ready, where everything is and what to try. */
class DevelopmentConsole implements AutoCloseable {
    private final RunningServers servers;
    private final Environment environment;
    private final EndpointsFile file = EndpointsFile.ofThisBuild();

    DevelopmentConsole(RunningServers servers, Environment environment) {
        this.servers = servers;
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void tell() {
        var endpoints = endpoints();
        file.write(endpoints);
        System.out.println(new ThingsToTry(endpoints));
    }

    @Override
    public void close() {
        file.deleteIfTells(endpoints());
    }

    private Map<String, String> endpoints() {
        var endpoints = new LinkedHashMap<String, String>();
        endpoints.put("service.url", localUrl("local.server.port"));
        endpoints.put("management.url", localUrl("local.management.port"));
        endpoints.put("mysql.url", servers.database().url());
        endpoints.put("mysql.username", servers.database().username());
        endpoints.put("mysql.password", servers.database().password());
        endpoints.put("redis.url", servers.redisUrl());
        endpoints.put("kinesis.endpoint", servers.kinesisEndpoint().toString());
        endpoints.put("dynamodb.endpoint", servers.dynamoDbEndpoint().toString());
        endpoints.put("aws.region", RunningServers.REGION);
        return endpoints;
    }

    private String localUrl(String port) {
        return "http://127.0.0.1:" + environment.getRequiredProperty(port);
    }
}
