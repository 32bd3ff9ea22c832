// SPDX-License-Identifier: Apache-2.0
package rapporto.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import rapporto.json.Json;
import rapporto.local.emulator.ChildJvm;
import rapporto.testkit.Sample;

/** The emulators in a process of their own: a process can hold one set of them only. */
public final class EmulatorsApart implements AutoCloseable {
    private final Process process;
    private final Map<String, URI> endpoints;

    private EmulatorsApart(Process process, Map<String, URI> endpoints) {
        this.process = process;
        this.endpoints = endpoints;
    }

    /** Starts them; they keep what they hold under {@code data}. */
    public static EmulatorsApart start(Path data) throws IOException {
        var process = ChildJvm.run(EmulatorsApart.class, data.toString());
        return new EmulatorsApart(process, endpoints(process.inputReader()));
    }

    private static Map<String, URI> endpoints(BufferedReader output) throws IOException {
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("{\"dynamodb\"")) {
                var told = Json.read(line);
                var endpoints = new TreeMap<String, URI>();
                told.names()
                        .forEach(service -> endpoints.put(
                                service, URI.create(told.at(service).text())));
                return endpoints;
            }
        }
        throw new AssertionError("the emulators ended before they were ready");
    }

    /** Endpoints of dynamodb, sns, sqs and ssm. */
    public Map<String, URI> endpoints() {
        return endpoints;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Starts them, prints their endpoints, and stays. */
    public static void main(String... arguments) throws InterruptedException {
        var data = Path.of(arguments[0]).resolve("emulators");
        var emulators = Emulators.start(Sample.repository(), Optional.of(data), _ -> {});
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(emulators::close));
        var told = Json.object();
        new TreeMap<>(emulators.endpoints()).forEach((service, endpoint) -> told.put(service, endpoint.toString()));
        System.out.println(Json.write(told));
        new CountDownLatch(1).await();
    }
}
