// SPDX-License-Identifier: Apache-2.0
package rapporto.local.template;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import rapporto.local.template.Template.Expression;
import rapporto.local.template.Template.Function;
import rapporto.local.template.Template.QueueMapping;
import rapporto.local.template.Template.Route;

/** Reads functions, with what {@code Globals} says of all. */
final class FunctionReader {
    private static final Set<String> PROPERTIES = Set.of(
            "CodeUri",
            "FunctionName",
            "Role",
            "EventInvokeConfig",
            "AutoPublishAliasAllProperties",
            "KmsKeyArn",
            "Handler",
            "Timeout",
            "MemorySize",
            "AutoPublishAlias",
            "SnapStart",
            "Environment",
            "Events",
            "Runtime",
            "Architectures",
            "LoggingConfig",
            "Description");
    private static final Pattern RATE = Pattern.compile("rate\\((\\d{1,4}) (minute|hour)s?\\)");
    private static final int DEFAULT_TIMEOUT_SECONDS = 3;
    private static final int DEFAULT_BATCH = 10;
    private static final int DEFAULT_CONCURRENCY = 5;

    private final Yaml globals;
    private final java.util.function.Function<Yaml, Expression> check;

    FunctionReader(Yaml globals, java.util.function.Function<Yaml, Expression> check) {
        this.globals = globals;
        this.check = check;
    }

    Function read(String id, Yaml properties) {
        properties.only(PROPERTIES);
        int timeout = properties.at("Timeout").number(globals.at("Timeout").number(DEFAULT_TIMEOUT_SECONDS));
        var function = new Function(
                id,
                handler(properties.at("Handler")),
                Duration.ofSeconds(timeout),
                environment(properties),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
        var events = properties.at("Events");
        events.names().forEach(name -> event(events.at(name), function));
        return function;
    }

    private static String handler(Yaml place) {
        var handler = place.required();
        int method = handler.indexOf("::");
        var name = method < 0 ? handler : handler.substring(0, method);
        try {
            Class.forName(name, false, FunctionReader.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            place.fault("is %s, and there is no such class".formatted(handler));
        }
        return name;
    }

    private Map<String, Expression> environment(Yaml properties) {
        var environment = new LinkedHashMap<String, Expression>();
        for (var place : List.of(globals, properties)) {
            var variables = place.at("Environment").at("Variables");
            variables.names().forEach(name -> environment.put(name, check.apply(variables.at(name))));
        }
        return environment;
    }

    private static void event(Yaml event, Function function) {
        var properties = event.at("Properties");
        switch (event.at("Type").required()) {
            case "HttpApi" ->
                function.routes()
                        .add(new Route(
                                properties.at("Method").required(),
                                properties.at("Path").required()));
            case "SQS" -> function.mappings().add(mapping(properties));
            case "ScheduleV2" -> schedule(properties.at("ScheduleExpression"), function);
            default -> event.at("Type").fault("is no event that the single machine knows: HttpApi, SQS, ScheduleV2");
        }
    }

    private static QueueMapping mapping(Yaml properties) {
        properties.only(Set.of("Queue", "BatchSize", "FunctionResponseTypes", "ScalingConfig"));
        boolean partial = properties.at("FunctionResponseTypes").elements().stream()
                .anyMatch(type ->
                        type.text().filter("ReportBatchItemFailures"::equals).isPresent());
        return new QueueMapping(
                properties.at("Queue").resource(),
                properties.at("BatchSize").number(DEFAULT_BATCH),
                properties.at("ScalingConfig").at("MaximumConcurrency").number(DEFAULT_CONCURRENCY),
                partial);
    }

    private static void schedule(Yaml expression, Function function) {
        var rate = RATE.matcher(expression.required());
        if (!rate.matches()) {
            expression.fault("is no rate in minutes or hours: rate(1 minute)");
            return;
        }
        long count = Long.parseLong(rate.group(1));
        function.schedules().add(rate.group(2).equals("minute") ? Duration.ofMinutes(count) : Duration.ofHours(count));
    }
}
