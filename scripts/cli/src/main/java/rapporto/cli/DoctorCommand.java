// SPDX-License-Identifier: Apache-2.0
package rapporto.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import rapporto.aws.client.Clients;
import rapporto.cli.Exit.Stop;
import rapporto.json.Field;
import software.amazon.awssdk.core.exception.SdkException;

@Command(
        name = "doctor",
        description = "Checks Java, the running machine, its stores and its secrets; says how to mend each.")
final class DoctorCommand implements Callable<Integer> {
    @Mixin
    private Target target = new Target();

    private boolean failed;

    @Override
    public Integer call() {
        check("Java 25", Runtime.version().feature() >= 25, "install a JDK 25");
        try {
            var health = target.connect();
            check("machine", true, "");
            stores(health);
            check("secrets file", isPrivate(health.at("secretsFile").textOrEmpty()), "chmod 600 the secrets file");
        } catch (Stop e) {
            check("machine", false, String.valueOf(e.getMessage()));
        }
        return (failed ? Exit.CHECK_FAILED : Exit.OK).code();
    }

    private void stores(Field health) {
        try (var dynamo = Clients.behindAQueue().dynamoDb();
                var sqs = Clients.behindAQueue().sqs()) {
            var table = health.at("table").textOrEmpty();
            check(
                    "table",
                    answers(() -> dynamo.describeTable(request -> request.tableName(table))),
                    "restart scripts/start");
            var queues = health.at("queues");
            for (var name : queues.names()) {
                var url = queues.at(name).textOrEmpty();
                check(
                        "queue " + name,
                        answers(() -> sqs.getQueueAttributes(request -> request.queueUrl(url))),
                        "restart scripts/start");
            }
        }
    }

    private static boolean answers(Runnable call) {
        try {
            call.run();
            return true;
        } catch (SdkException e) {
            return false;
        }
    }

    private static boolean isPrivate(String file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(file)))
                    .equals("rw-------");
        } catch (IOException e) {
            return false;
        }
    }

    private void check(String what, boolean good, String mend) {
        failed |= !good;
        System.out.println(good ? "ok      " + what : "FAILED  %s: %s".formatted(what, mend));
    }
}
