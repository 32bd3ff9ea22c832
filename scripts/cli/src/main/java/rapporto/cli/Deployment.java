// SPDX-License-Identifier: Apache-2.0
package rapporto.cli;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import rapporto.aws.client.Clients;
import rapporto.aws.dynamodb.DynamoCorrections;
import rapporto.aws.dynamodb.DynamoHistory;
import rapporto.aws.dynamodb.DynamoLayers;
import rapporto.aws.dynamodb.DynamoSettings;
import rapporto.aws.ssm.SsmDoors;
import rapporto.cli.Exit.Stop;
import rapporto.cli.Stores.Front;

/** Whose secrets, settings and history: the running machine's, or those of a stack on AWS or what speaks like it. */
final class Deployment {
    @Mixin
    private Target target = new Target();

    @Option(
            names = "--stack",
            paramLabel = "NAME",
            description = "a stack on AWS, found as the AWS CLI finds it, instead of the running machine")
    private Optional<String> stack = Optional.empty();

    @Option(names = "--table", paramLabel = "NAME", description = "its table, if not the one that the stack names")
    private Optional<String> table = Optional.empty();

    @Option(names = "--profile", paramLabel = "NAME", description = "of the AWS configuration")
    private Optional<String> profile = Optional.empty();

    @Option(names = "--region", paramLabel = "NAME", description = "of AWS")
    private Optional<String> region = Optional.empty();

    int with(ToIntFunction<Stores> work) {
        return stack.map(name -> onAws(name, work)).orElseGet(() -> onMachine(work));
    }

    private int onMachine(ToIntFunction<Stores> work) {
        if (table.isPresent() || profile.isPresent() || region.isPresent()) {
            throw new Stop(Exit.USAGE, "--table, --profile and --region go with --stack");
        }
        var health = target.connect();
        return with(
                health.at("sourcesPath").text(),
                health.at("table").text(),
                () -> new Front(
                        target.at("/hooks").toString(), health.at("alertsTopic").text()),
                work);
    }

    private int onAws(String name, ToIntFunction<Stores> work) {
        if (!name.matches("[A-Za-z][A-Za-z0-9-]{0,127}")) {
            throw new Stop(Exit.USAGE, "stack is %s, wanted letters, digits and hyphens".formatted(name));
        }
        profile.ifPresent(value -> System.setProperty("aws.profile", value));
        region.ifPresent(value -> System.setProperty("aws.region", value));
        return with(
                "/rapporto/%s/sources".formatted(name),
                table.orElseGet(() -> output(name, "TableName")),
                () -> new Front(output(name, "Hooks"), output(name, "Alerts")),
                work);
    }

    private static String output(String stack, String name) {
        var outputs = new StackOutputs(Clients.behindAQueue().cloudFormation()).of(stack);
        return Optional.ofNullable(outputs.get(name))
                .orElseThrow(() -> new Stop(Exit.NOT_FOUND, "stack %s has no output %s".formatted(stack, name)));
    }

    private static int with(String sourcesPath, String table, Supplier<Front> front, ToIntFunction<Stores> work) {
        var clients = Clients.behindAQueue();
        try (var dynamo = clients.dynamoDb()) {
            var doors = new SsmDoors(clients.parameters(), sourcesPath);
            return work.applyAsInt(new Stores(
                    doors,
                    new DynamoSettings(dynamo, table),
                    new DynamoHistory(dynamo, table),
                    new DynamoCorrections(dynamo, table),
                    new DynamoLayers(dynamo, table),
                    front));
        }
    }
}
