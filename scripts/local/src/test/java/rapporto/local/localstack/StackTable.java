// SPDX-License-Identifier: Apache-2.0
package rapporto.local.localstack;

import java.util.ArrayList;
import java.util.List;
import rapporto.local.emulator.Clients;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The template's table on LocalStack: a new empty one for each call. */
final class StackTable implements AutoCloseable {
    private static final String TEMPLATE = Extract.ofTemplate("AWS::DynamoDB::Table"::equals);

    private final DynamoDbClient client = Clients.dynamo(LocalStack.endpoint());
    private final List<DeployedStack> stacks = new ArrayList<>();

    DynamoDbClient client() {
        return client;
    }

    String empty() {
        var stack = DeployedStack.of(TEMPLATE);
        stacks.add(stack);
        return stack.ref("Table");
    }

    @Override
    public void close() {
        stacks.forEach(DeployedStack::close);
        client.close();
    }
}
