// SPDX-License-Identifier: Apache-2.0
package rapporto.local.emulator;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** A process that owns a DynamoDB Local, prints its process id, and waits to be killed. */
final class OwnDynamoDb {
    private OwnDynamoDb() {}

    /** @param arguments the file with the class path */
    public static void main(String[] arguments) throws InterruptedException {
        var classPath = DynamoDbLocal.classPathFrom(Path.of(arguments[0]));
        var server = DynamoDbLocal.start(0, Optional.empty(), classPath);
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)
                .println(server.process().pid());
        new CountDownLatch(1).await();
    }
}
