// SPDX-License-Identifier: Apache-2.0
package rapporto.local.localstack.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import rapporto.local.EmulatorsApart;
import rapporto.local.emulator.Clients;
import rapporto.local.localstack.LocalStack;
import rapporto.local.stack.TableMaker;
import rapporto.local.template.TemplateReader;
import rapporto.testkit.Sample;

/** What the single machine's parts answer is what LocalStack answers, but for what docs/emulators.md lists. */
@Tag("localstack")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Execution(ExecutionMode.CONCURRENT)
class DifferentialTest {
    private static final int CALLS = 200;
    private static final Pattern ROW =
            Pattern.compile("^\\| `([^`]+)` \\| `([^`]*)` \\| `([^`]*)` \\| [^|]+ \\|$", Pattern.MULTILINE);

    @Test
    void given_the_same_calls_when_made_on_both_then_they_differ_just_where_the_document_says(@TempDir Path data)
            throws Exception {
        var here = new TreeMap<String, URI>();
        Map<String, String> machine;
        try (var emulators = EmulatorsApart.start(data)) {
            here.putAll(emulators.endpoints());
            machine = outcomes(here);
        }
        var there = new TreeMap<String, URI>();
        here.keySet().forEach(service -> there.put(service, LocalStack.endpoint()));
        var localStack = outcomes(there);

        var differences = new TreeMap<String, String>();
        machine.forEach((label, outcome) -> {
            var other = Objects.requireNonNull(localStack.get(label), label);
            if (!outcome.equals(other)) {
                differences.put(label, cell(outcome) + " | " + cell(other));
            }
        });
        assertThat(machine).hasSizeGreaterThanOrEqualTo(CALLS);
        assertThat(differences).isEqualTo(documented());
    }

    private static Map<String, String> outcomes(Map<String, URI> endpoints) {
        var outcomes = new Outcomes();
        var name = "d" + UUID.randomUUID().toString().substring(0, 8);
        try (var sqs = Clients.sqs(at(endpoints, "sqs"));
                var sns = Clients.sns(at(endpoints, "sns"));
                var dynamo = Clients.dynamo(at(endpoints, "dynamodb"));
                var ssm = Clients.ssm(at(endpoints, "ssm"))) {
            new SqsCalls(sqs, outcomes, name).run();
            new SnsCalls(sns, sqs, outcomes, name + "-topic").run();
            var template = TemplateReader.read(Sample.repository().resolve("template.yaml"));
            var table = new TableMaker(dynamo).make(template.tables().getFirst(), name);
            new DynamoCalls(dynamo, outcomes, table).run();
            new SsmCalls(ssm, outcomes, "/" + name).run();
        }
        return outcomes.byLabel();
    }

    private static URI at(Map<String, URI> endpoints, String service) {
        return Objects.requireNonNull(endpoints.get(service), service);
    }

    private static Map<String, String> documented() throws IOException {
        var rows = new TreeMap<String, String>();
        ROW.matcher(Files.readString(Sample.repository().resolve("docs/emulators.md")))
                .results()
                .forEach(row -> rows.put(row.group(1), row.group(2) + " | " + row.group(3)));
        return rows;
    }

    /** As it can stand in a table. */
    private static String cell(String outcome) {
        return outcome.replace('|', '/').replace('`', '\'');
    }
}
