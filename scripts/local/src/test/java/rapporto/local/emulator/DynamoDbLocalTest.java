// SPDX-License-Identifier: Apache-2.0
package rapporto.local.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.SdkException;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DynamoDbLocalTest {
    static final Path CLASS_PATH_FILE = Path.of("dynamodb-local", "target", "classpath.txt");

    @TempDir
    Path directory;

    @Test
    void given_a_table_in_memory_when_written_then_it_is_read_back() {
        try (var server = start(Optional.empty());
                var dynamo = Clients.dynamo(server.endpoint())) {
            var table = Table.create(dynamo);

            assertThat(table.put("a")).isTrue();
            assertThat(table.put("a")).isFalse();
            assertThat(table.has("a")).isTrue();
            assertThat(table.has("b")).isFalse();
        }
    }

    @Test
    void given_a_server_when_asked_over_another_address_of_this_machine_then_nothing_listens_there()
            throws IOException {
        try (var server = start(Optional.empty())) {
            int port = server.endpoint().getPort();

            for (var address : otherAddresses()) {
                assertThatThrownBy(() -> connect(address, port))
                        .isInstanceOfAny(ConnectException.class, SocketTimeoutException.class);
            }
            connect(InetAddress.getLoopbackAddress(), port);
        }
    }

    @Test
    void given_a_foreign_host_when_asked_then_it_is_not_found() throws IOException {
        try (var server = start(Optional.empty())) {
            assertThat(statusFor(server, "evil.example")).startsWith("HTTP/1.1 404");
            assertThat(statusFor(server, "localhost")).startsWith("HTTP/1.1 400");
        }
    }

    @Test
    void given_a_server_when_closed_then_its_process_is_gone() {
        var server = start(Optional.empty());

        server.close();

        assertThat(server.process().isAlive()).isFalse();
        server.close();
    }

    @Test
    void given_a_signal_when_the_owner_lives_then_the_server_still_answers() {
        try (var server = start(Optional.empty());
                var dynamo = Clients.dynamo(server.endpoint())) {
            assertThat(server.process().destroy()).isTrue();

            assertThat(Table.create(dynamo).put("a")).isTrue();
        }
    }

    @Test
    void given_an_owner_that_is_killed_when_it_is_gone_then_so_is_the_server() throws Exception {
        var owner = ChildJvm.run(OwnDynamoDb.class, CLASS_PATH_FILE.toString());
        long pid = Long.parseLong(owner.inputReader().readLine());
        var server = ProcessHandle.of(pid).orElseThrow();

        owner.destroyForcibly();

        server.onExit().get(10, TimeUnit.SECONDS);
        assertThat(server.isAlive()).isFalse();
    }

    @Test
    void given_a_process_killed_while_it_writes_when_started_again_then_no_accepted_write_is_missing()
            throws Exception {
        var accepted = new ConcurrentLinkedQueue<String>();
        try (var server = start(Optional.of(directory))) {
            killWhileWriting(server, accepted);
        }

        try (var server = start(Optional.of(directory));
                var dynamo = Clients.dynamo(server.endpoint())) {
            var table = new Table(dynamo);
            assertThat(accepted).hasSizeGreaterThanOrEqualTo(200).allMatch(table::has);
        }
    }

    @Test
    void given_a_taken_port_when_started_then_the_port_is_named() {
        try (var server = start(Optional.empty())) {
            int port = server.endpoint().getPort();

            assertThatThrownBy(() -> DynamoDbLocal.start(port, Optional.empty(), classPath()))
                    .hasMessage("dynamodb: port %d is taken, wanted a free one", port);
        }
    }

    @Test
    void given_no_class_path_when_started_then_the_message_says_what_builds_it() {
        assertThatThrownBy(() -> DynamoDbLocal.classPathFrom(directory.resolve("classpath.txt")))
                .hasMessageEndingWith("(run scripts/start, which builds first)");
        assertThatThrownBy(() -> DynamoDbLocal.start(0, Optional.empty(), List.of(directory.resolve("gone.jar"))))
                .hasMessageContaining("gone.jar is missing");
    }

    @Test
    void given_a_class_path_without_the_product_when_started_then_what_the_process_said_is_shown() {
        assertThatThrownBy(() -> DynamoDbLocal.start(0, Optional.empty(), List.of(directory)))
                .hasMessageContaining("ended before it was ready")
                .hasMessageContaining("ClassNotFoundException");
    }

    private static DynamoDbLocal start(Optional<Path> data) {
        return DynamoDbLocal.start(0, data, classPath());
    }

    private static List<Path> classPath() {
        return DynamoDbLocal.classPathFrom(CLASS_PATH_FILE);
    }

    /** Four writers put one item after the other; the process is killed once 200 were accepted. */
    private static void killWhileWriting(DynamoDbLocal server, ConcurrentLinkedQueue<String> accepted)
            throws InterruptedException {
        var enough = new CountDownLatch(200);
        try (var dynamo = Clients.dynamo(server.endpoint());
                var writers = Executors.newFixedThreadPool(4)) {
            var table = Table.create(dynamo);
            for (int writer = 0; writer < 4; writer++) {
                int number = writer;
                writers.execute(() -> write(table, number, accepted, enough));
            }
            assertThat(enough.await(60, TimeUnit.SECONDS)).isTrue();
            server.process().destroyForcibly();
        }
    }

    private static void write(Table table, int writer, ConcurrentLinkedQueue<String> accepted, CountDownLatch enough) {
        try {
            for (int i = 0; ; i++) {
                var key = "%d-%d".formatted(writer, i);
                table.put(key);
                accepted.add(key);
                enough.countDown();
            }
        } catch (SdkException e) {
            // The server was killed: what was accepted until now is what counts.
        }
    }

    private static List<InetAddress> otherAddresses() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .toList();
    }

    private static void connect(InetAddress address, int port) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 1_000);
        }
    }

    private static String statusFor(DynamoDbLocal server, String host) throws IOException {
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), server.endpoint().getPort())) {
            var request = "POST / HTTP/1.1\r\nHost: %s\r\nContent-Length: 2\r\n\r\n{}".formatted(host);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var answer = new byte[64];
            int read = socket.getInputStream().read(answer);
            return new String(answer, 0, read, StandardCharsets.US_ASCII);
        }
    }
}
