// SPDX-License-Identifier: Apache-2.0
package rapporto.local;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rapporto.local.emulator.DynamoDbLocal;
import rapporto.local.stack.TableMaker;
import rapporto.local.template.TemplateReader;
import rapporto.testkit.Sample;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** DynamoDB Local with the table of the project's own template: a new empty one for each call. */
final class LocalTable implements AutoCloseable {
    private final DynamoDbLocal server;
    private final DynamoDbClient client;

    LocalTable(ExecutionInterceptor... interceptors) {
        var classPath = Sample.repository().resolve("scripts/local/dynamodb-local/target/classpath.txt");
        this.server = DynamoDbLocal.start(0, Optional.empty(), DynamoDbLocal.classPathFrom(classPath));
        this.client = DynamoDbClient.builder()
                .endpointOverride(server.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(override -> override.executionInterceptors(List.of(interceptors)))
                .build();
    }

    DynamoDbClient client() {
        return client;
    }

    String emptyTable() {
        var name = "t" + UUID.randomUUID();
        var table = TemplateReader.read(Sample.repository().resolve("template.yaml"))
                .tables()
                .getFirst();
        new TableMaker(client).make(table, name);
        return name;
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
