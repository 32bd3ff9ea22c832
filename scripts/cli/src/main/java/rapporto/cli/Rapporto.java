// SPDX-License-Identifier: Apache-2.0
package rapporto.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Spec;

/** {@code scripts/rapporto}. */
@Command(
        name = "scripts/rapporto",
        description = "Sends samples, reads deliveries and histories, looks after dead letters, secrets and settings.",
        subcommands = {
            SendCommand.class,
            SmokeCommand.class,
            NormaliseCommand.class,
            TimelineCommand.class,
            ReadCommand.class,
            RereadCommand.class,
            SignCommand.class,
            VerifyCommand.class,
            DlqCommand.class,
            SecretsCommand.class,
            SettingsCommand.class,
            DoctorCommand.class,
            VersionCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  scripts/rapporto send slack alert-legal-threat",
            "  scripts/rapporto normalise github body.json --headers headers.json",
            "  scripts/rapporto timeline slack:T0CASA:U0MARIA"
        })
public final class Rapporto implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Runs one command and exits with its code. */
    public static void main(String... arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        var line = new CommandLine(new Rapporto());
        line.setExecutionExceptionHandler((fault, _, _) -> Exit.tell(fault));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        for (var verb : line.getSubcommands().values()) {
            help(verb.getCommandSpec());
            verb.getSubcommands().values().forEach(inner -> help(inner.getCommandSpec()));
        }
        help(line.getCommandSpec());
        return line;
    }

    @Override
    public void run() {
        spec.commandLine().usage(System.out);
    }

    private static void help(CommandSpec spec) {
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("shows this")
                .build());
        spec.usageMessage().exitCodeListHeading("%nExit codes:%n").exitCodeList(Exit.meanings());
    }
}
