// SPDX-License-Identifier: Apache-2.0
package rapporto.cli;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import rapporto.aws.client.Clients;
import rapporto.aws.dynamodb.DynamoHistory;
import rapporto.aws.dynamodb.DynamoLayers;
import rapporto.aws.dynamodb.DynamoSettings;
import rapporto.aws.ssm.SsmDoors;
import rapporto.local.emulator.DynamoDbLocal;
import rapporto.local.emulator.LocalParameters;
import rapporto.local.stack.TableMaker;
import rapporto.local.template.TemplateReader;
import rapporto.testkit.Sample;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Parameters, tables and a stack {@code prod} that names its table, at the endpoints that the SDK is pointed to. */
final class LocalStore implements AutoCloseable {
    private final LocalParameters parameters = LocalParameters.start(0);
    private final DynamoDbLocal tables;
    private final HttpServer stacks;
    private final String table = "t" + UUID.randomUUID();
    private final DynamoDbClient dynamo;

    LocalStore() throws IOException {
        var jars = Sample.repository().resolve("scripts/local/dynamodb-local/target/classpath.txt");
        tables = DynamoDbLocal.start(0, Optional.empty(), DynamoDbLocal.classPathFrom(jars));
        stacks = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        stacks.createContext("/", exchange -> {
            var form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            boolean known = form.equals("Action=DescribeStacks&Version=2010-05-15&StackName=prod");
            var answer = (known ? outputs() : fault(form)).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(known ? 200 : 400, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        stacks.start();
        System.setProperty("aws.endpointUrlSsm", parameters.endpoint().toString());
        System.setProperty("aws.endpointUrlDynamoDb", tables.endpoint().toString());
        System.setProperty(
                "aws.endpointUrlCloudFormation",
                "http://127.0.0.1:" + stacks.getAddress().getPort());
        System.setProperty("aws.accessKeyId", "local");
        System.setProperty("aws.secretAccessKey", "local");
        System.setProperty("aws.region", "us-east-1");
        dynamo = Clients.behindAQueue().dynamoDb();
        var made = TemplateReader.read(Sample.repository().resolve("template.yaml"))
                .tables()
                .getFirst();
        new TableMaker(dynamo).make(made, table);
    }

    LocalParameters parameters() {
        return parameters;
    }

    String table() {
        return table;
    }

    SsmDoors doors() {
        return new SsmDoors(Clients.behindAQueue().parameters(), "/rapporto/prod/sources");
    }

    DynamoHistory history() {
        return new DynamoHistory(dynamo, table);
    }

    DynamoLayers layers() {
        return new DynamoLayers(dynamo, table);
    }

    DynamoSettings settings() {
        return new DynamoSettings(dynamo, table);
    }

    @Override
    public void close() {
        dynamo.close();
        stacks.stop(0);
        tables.close();
        parameters.close();
    }

    /** As of the API reference of DescribeStacks, read 2026-11-24. */
    private String outputs() {
        return """
                <DescribeStacksResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/">
                  <DescribeStacksResult><Stacks><member><StackName>prod</StackName><Outputs>
                    <member><OutputKey>Hooks</OutputKey><OutputValue>https://x.example/hooks</OutputValue></member>
                    <member><OutputKey>TableName</OutputKey><OutputValue>%s</OutputValue></member>
                  </Outputs></member></Stacks></DescribeStacksResult>
                </DescribeStacksResponse>""".formatted(table);
    }

    private static String fault(String form) {
        return """
                <ErrorResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/">
                  <Error><Type>Sender</Type><Code>%s</Code><Message>no</Message></Error>
                </ErrorResponse>""".formatted(form.endsWith("secret") ? "AccessDenied" : "ValidationError");
    }
}
