// SPDX-License-Identifier: Apache-2.0
package rapporto.local;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import rapporto.local.template.TemplateFaults;

/** {@code scripts/start}: the single machine in the foreground, until Ctrl-C. */
public final class Main {
    private static final int USAGE = 2;

    private Main() {}

    @Command(
            name = "scripts/start",
            sortOptions = false,
            description = "Runs the whole system on this machine; Ctrl-C stops all that it started.",
            exitCodeListHeading = "Exit codes:%n",
            exitCodeList = {
                "1:something unexpected went wrong",
                "2:it cannot start, and says why",
                "130:stopped by Ctrl-C"
            })
    private static final class Line {
        @CommandLine.Mixin
        private final Options options = new Options();
    }

    /** Starts and stays. */
    public static void main(String... arguments) throws Exception {
        // Read once, when the first server is made: without it each small answer waits 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        var line = new Line();
        var parser = new CommandLine(line);
        try {
            parser.parseArgs(arguments);
        } catch (CommandLine.ParameterException e) {
            System.err.println(e.getMessage());
            System.exit(USAGE);
        }
        if (line.options.help) {
            parser.usage(System.out);
            return;
        }
        run(line.options, Path.of(System.getProperty("rapporto.home", ".")));
    }

    private static void run(Options options, Path home) throws Exception {
        var screen = System.out;
        var logFile = options.data.orElse(home.resolve(".rapporto")).resolve("functions.log");
        try (var log = log(logFile)) {
            System.setOut(log);
            var machine = new Machine(options, home, screen, log);
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(machine::close));
            long began = System.nanoTime();
            int port = machine.start();
            var took = Duration.ofNanos(System.nanoTime() - began);
            screen.printf(
                    "ready in %.1f s: http://127.0.0.1:%d/hooks/{channel}/{source}%n", took.toMillis() / 1000.0, port);
            screen.printf("alerts show here; what the functions log is in %s%n", logFile);
            if (options.demo) {
                new Demo(port, home, options).send(screen);
            }
            new CountDownLatch(1).await();
        } catch (StartRefused | TemplateFaults e) {
            String.valueOf(e.getMessage()).lines().forEach(System.err::println);
            System.exit(USAGE);
        } catch (RuntimeException e) {
            // Threads of the emulators would keep a machine alive that cannot work.
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static PrintStream log(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        return new PrintStream(new FileOutputStream(file.toFile(), true), true, StandardCharsets.UTF_8);
    }
}
