// SPDX-License-Identifier: Apache-2.0
package rapporto.local.runtime;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;

/**
 * A function as it was built for Lambda, unpacked as Lambda unpacks it.
 *
 * @param name folder under {@code functions}: {@code webhook}
 * @param handler class name
 * @param task what {@code LAMBDA_TASK_ROOT} names
 * @param runtime jars of the runtime client
 */
public record BuiltFunction(String name, String handler, Path task, List<Path> runtime) {
    private static final String CLIENT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
    private static final String CLIENT_JARS = "scripts/local/runtime-client/target/classpath.txt";

    /**
     * Unpacks the zip of the function with {@code handler} into {@code folder}.
     *
     * @param home folder of {@code template.yaml}
     * @throws IllegalStateException when it was not built
     */
    public static BuiltFunction unpack(Path home, String handler, Path folder) throws IOException {
        var packages = handler.split("\\.", -1);
        var name = packages[packages.length - 2];
        var zip = home.resolve("functions/%s/target/function.zip".formatted(name));
        var jars = home.resolve(CLIENT_JARS);
        for (var needed : List.of(zip, jars)) {
            if (!Files.exists(needed)) {
                throw new IllegalStateException("%s is missing: build it with mvn package".formatted(needed));
            }
        }
        var task = folder.resolve(name);
        Files.createDirectories(task);
        try (var archive = new ZipFile(zip.toFile())) {
            for (var entry : archive.stream().filter(one -> !one.isDirectory()).toList()) {
                var file = task.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                try (var content = archive.getInputStream(entry)) {
                    Files.copy(content, file);
                }
            }
        }
        var runtime = List.of(Files.readString(jars).strip().split(File.pathSeparator, -1));
        return new BuiltFunction(
                name, handler, task, runtime.stream().map(Path::of).toList());
    }

    /** Size of its zip. */
    public static long zipBytes(Path home, String name) throws IOException {
        return Files.size(home.resolve("functions/%s/target/function.zip".formatted(name)));
    }

    /** The command that runs it: its Java, the flags, the class path in the order of the managed runtime. */
    public List<String> command(List<String> flags) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("--sun-misc-unsafe-memory-access=allow");
        // The managed runtime's own settings (base image for java25, bootstrap; AWS blog on tiered compilation).
        command.add("-XX:+UseSerialGC");
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac");
        command.addAll(flags);
        command.addAll(List.of("-cp", classPath(), CLIENT, handler));
        return List.copyOf(command);
    }

    /** What Lambda sets for it beside its own {@code environment}. */
    public Map<String, String> environment(Map<String, String> environment) {
        var all = new HashMap<>(environment);
        all.put("LAMBDA_TASK_ROOT", task.toString());
        all.put("AWS_LAMBDA_FUNCTION_NAME", name);
        all.put("AWS_LAMBDA_FUNCTION_VERSION", "1");
        all.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024");
        return all;
    }

    /**
     * Starts it against {@code api}.
     *
     * @param log gets what it prints
     */
    public Process start(RuntimeApi api, Map<String, String> environment, List<String> flags, Path log)
            throws IOException {
        var builder = new ProcessBuilder(command(flags))
                .directory(task.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment(environment));
        builder.environment().put("AWS_LAMBDA_RUNTIME_API", api.address());
        return builder.start();
    }

    private String classPath() throws IOException {
        try (var jars = Files.list(task.resolve("lib"))) {
            var own = jars.sorted().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
            var client = runtime.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
            return client + File.pathSeparator + own;
        }
    }
}
