// SPDX-License-Identifier: Apache-2.0
package rapporto.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import picocli.CommandLine;
import rapporto.testkit.Sample;

/** Runs commands in this process, as the shell would, and holds what they print. */
final class Terminal implements AutoCloseable {
    private final PrintStream screen = System.out;
    private final PrintStream errors = System.err;
    private final InputStream keyboard = System.in;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Map<Object, Object> properties = Map.copyOf(System.getProperties());

    Terminal() {
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        System.setProperty("rapporto.home", Sample.repository().toString());
    }

    /** The exit code of one command with {@code stdin} before it. */
    int run(String stdin, String... arguments) {
        System.setIn(new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8)));
        return run(Rapporto.commandLine(), arguments);
    }

    /** The exit code of {@code command} alone. */
    int run(CommandLine command, String... arguments) {
        out.reset();
        err.reset();
        return command.execute(arguments);
    }

    /** What the last command printed. */
    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    /** What the last command said beside it. */
    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /** Gives the process back as it was: commands point the SDK to endpoints by system properties. */
    @Override
    public void close() {
        System.setOut(screen);
        System.setErr(errors);
        System.setIn(keyboard);
        System.getProperties().keySet().removeIf(name -> !properties.containsKey(name));
        System.getProperties().putAll(properties);
    }
}
