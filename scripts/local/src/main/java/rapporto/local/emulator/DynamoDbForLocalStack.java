// SPDX-License-Identifier: Apache-2.0
package rapporto.local.emulator;

import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * DynamoDB Local as LocalStack starts it, {@code -port 4510 -inMemory ...}, but on loopback alone: the product's own
 * main class would listen on every interface. {@code scripts/localstack} puts it where LocalStack looks for the product.
 */
public final class DynamoDbForLocalStack {
    private DynamoDbForLocalStack() {}

    /** Serves until it is killed; everything is kept in memory, whatever else the arguments say. */
    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(arguments[List.of(arguments).indexOf("-port") + 1]);
        DynamoDbLocalLauncher.serve(port, "");
        new CountDownLatch(1).await();
    }
}
