// SPDX-License-Identifier: Apache-2.0
package rapporto.local.emulator;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A process that sends to its own queue on disk from several threads, and prints each message that was accepted. */
final class AcceptUntilKilled {
    static final String QUEUE = "deliveries";

    private static final int SENDERS = 4;

    private AcceptUntilKilled() {}

    /** @param arguments the folder of the data */
    public static void main(String[] arguments) {
        var server = ElasticMq.start(0, Optional.of(Path.of(arguments[0])));
        var queue = Queue.create(Clients.sqs(server.endpoint()), QUEUE, Map.of());
        var output = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        for (int sender = 0; sender < SENDERS; sender++) {
            int number = sender;
            Thread.ofPlatform().start(() -> send(queue, number, output));
        }
    }

    private static void send(Queue queue, int sender, PrintStream output) {
        for (int i = 0; ; i++) {
            var body = "%d-%d".formatted(sender, i);
            queue.send(body);
            output.println(body);
        }
    }
}
