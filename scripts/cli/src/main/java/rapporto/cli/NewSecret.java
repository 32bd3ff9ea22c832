// SPDX-License-Identifier: Apache-2.0
package rapporto.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import picocli.CommandLine.Option;
import rapporto.channel.Secret;
import rapporto.cli.Exit.Stop;
import rapporto.interaction.SourceId;

/** A secret that comes on stdin or is drawn here: never on the command line, where every user of a machine can read it. */
final class NewSecret {
    private static final int DRAWN_BYTES = 32;

    /** Two of them and what stands around them fit into one standard parameter, 4 KB. */
    private static final int MOST_CHARACTERS = 1_024;

    private static final int FEWEST_WISE_CHARACTERS = 16;

    @Option(names = "--generate", description = "draws one in the channel's own form instead of reading stdin")
    private boolean generate;

    @Option(names = "--show", description = "prints the drawn one, this once")
    private boolean show;

    /** Whether options were given that only make sense with a new secret. */
    boolean isAskedFor() {
        return generate || show;
    }

    Secret read(SourceId source) {
        if (show && !generate) {
            throw new Stop(Exit.USAGE, "--show goes with --generate: a secret that was given is known");
        }
        return generate ? drawn(source) : checked(source, typed(source).strip());
    }

    /** The secret again, where it is to be shown. */
    Optional<Secret> shown(Secret secret) {
        return show ? Optional.of(secret) : Optional.empty();
    }

    private static Secret drawn(SourceId source) {
        var bytes = new byte[DRAWN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Given.channel(source.channel()).issue(bytes);
    }

    private static String typed(SourceId source) {
        return Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .map(console -> Optional.ofNullable(console.readPassword("secret of %s: ", source))
                        .map(String::new)
                        .orElse(""))
                .orElseGet(NewSecret::piped);
    }

    private static String piped() {
        try {
            return new String(System.in.readNBytes(4 * MOST_CHARACTERS + 1), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new Stop(Exit.UNEXPECTED, "stdin cannot be read");
        }
    }

    private static Secret checked(SourceId source, String text) {
        if (text.isEmpty()) {
            throw refused(source, "empty, wanted one line on stdin");
        }
        if (text.length() > MOST_CHARACTERS || text.chars().anyMatch(Character::isISOControl)) {
            throw refused(source, "not one line of %d characters at most".formatted(MOST_CHARACTERS));
        }
        var secret = new Secret(text);
        if (!Given.channel(source.channel()).canUse(secret)) {
            throw refused(source, "not of the form that %s can use".formatted(source.channel()));
        }
        if (text.length() < FEWEST_WISE_CHARACTERS) {
            System.err.printf("secret of %s is short: whoever guesses it can write in anybody's name%n", source);
        }
        return secret;
    }

    private static Stop refused(SourceId source, String why) {
        return new Stop(Exit.REFUSED, "secret of %s is %s".formatted(source, why));
    }
}
