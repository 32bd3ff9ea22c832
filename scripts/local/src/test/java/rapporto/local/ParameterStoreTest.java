// SPDX-License-Identifier: Apache-2.0
package rapporto.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import rapporto.aws.http.SignedCalls;
import rapporto.aws.ssm.DoorDocument;
import rapporto.aws.ssm.ParameterStore;
import rapporto.aws.ssm.SsmDoors;
import rapporto.channel.Door;
import rapporto.channel.Secret;
import rapporto.interaction.SourceId;
import rapporto.local.emulator.Clients;
import rapporto.local.emulator.LocalParameters;
import rapporto.outage.StoreUnavailable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/** Our few calls of Parameter Store, beside the SDK's own client on the same server. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ParameterStoreTest {
    private static final SourceId SLACK = new SourceId("slack", "support");
    private static final String PATH = "/rapporto/prod/sources";

    private LocalParameters server;
    private ParameterStore parameters;

    @BeforeEach
    void start() {
        server = LocalParameters.start(0);
        parameters = at(server.endpoint());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void given_a_parameter_that_is_written_when_read_then_the_sdks_client_reads_the_same() {
        parameters.put("/rapporto/è", "one");
        parameters.put("/rapporto/è", "two");

        assertThat(parameters.get("/rapporto/è")).contains("two");
        try (var sdk = Clients.ssm(server.endpoint())) {
            var found = sdk.getParameter(request -> request.name("/rapporto/è").withDecryption(true));
            assertThat(found.parameter().value()).isEqualTo("two");
            assertThat(found.parameter().typeAsString()).isEqualTo("SecureString");
        }
    }

    @Test
    void given_no_parameter_when_read_then_there_is_none() {
        assertThat(parameters.get("/rapporto/none")).isEmpty();
        assertThat(parameters.under("/rapporto")).isEmpty();
    }

    @Test
    void given_more_parameters_than_a_page_when_listed_then_all_come_by_name() {
        IntStream.range(0, 25).forEach(i -> parameters.put("/rapporto/a/%02d".formatted(i), "v" + i));
        parameters.put("/other", "not mine");

        assertThat(parameters.under("/rapporto")).hasSize(25).hasEntrySatisfying("/rapporto/a/24", found -> assertThat(
                        found.value())
                .isEqualTo("v24"));
    }

    @Test
    void given_a_parameter_when_listed_then_it_says_when_it_was_written_as_the_sdks_client_reads_it() {
        parameters.put("/rapporto/a", "hush");

        var found = parameters.under("/rapporto").values().iterator().next();

        try (var sdk = Clients.ssm(server.endpoint())) {
            var parameter =
                    sdk.getParameter(request -> request.name("/rapporto/a")).parameter();
            assertThat(found.changed()).contains(parameter.lastModifiedDate());
        }
        assertThat(found.toString()).doesNotContain("hush");
    }

    @Test
    void given_doors_when_listed_then_all_come_and_one_that_cannot_be_read_is_told() {
        var doors = new SsmDoors(parameters, PATH);
        var door = new Door(SLACK, List.of(new Secret("new"), new Secret("old")), 1024);
        doors.put(door);
        parameters.put(PATH + "/github/broken", "{}");
        parameters.put(PATH + "/not-a-source", "{}");

        var all = doors.all();

        assertThat(all).extracting(SsmDoors.Kept::source).containsExactly(new SourceId("github", "broken"), SLACK);
        assertThat(all).extracting(SsmDoors.Kept::door).containsExactly(Optional.empty(), Optional.of(door));
    }

    @Test
    void given_a_door_document_when_asked_for_the_door_then_both_secrets_are_there() {
        var door = new Door(SLACK, List.of(new Secret("new"), new Secret("old")), 1024);
        parameters.put(DoorDocument.name(PATH, SLACK), DoorDocument.write(door));

        assertThat(new SsmDoors(parameters, PATH).door(SLACK)).contains(door);
        assertThat(new SsmDoors(parameters, PATH).door(new SourceId("slack", "other")))
                .isEmpty();
    }

    @Test
    void given_a_document_that_is_none_when_asked_for_the_door_then_nobody_is_let_in_and_nothing_is_repeated() {
        parameters.put(DoorDocument.name(PATH, SLACK), "{\"secrets\":[\"\"]}");

        assertThatThrownBy(() -> new SsmDoors(parameters, PATH).door(SLACK))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessage("ssm: door slack/support failed: MalformedField");
    }

    @Test
    void given_a_server_that_is_down_or_refuses_when_asked_then_it_is_unavailable() {
        server.close();
        assertThatThrownBy(() -> parameters.get("/rapporto/a"))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageStartingWith("ssm: GetParameter /rapporto/a failed: ");

        server = LocalParameters.start(0);
        assertThatThrownBy(() -> at(server.endpoint()).get("longer than any request may be".repeat(3_000)))
                .isInstanceOf(StoreUnavailable.class);
    }

    private static ParameterStore at(URI endpoint) {
        var http = UrlConnectionHttpClient.builder()
                .connectionTimeout(Duration.ofSeconds(1))
                .socketTimeout(Duration.ofSeconds(1))
                .build();
        var credentials = StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));
        return new ParameterStore(new SignedCalls("ssm", http, credentials, "us-east-1", endpoint));
    }
}
