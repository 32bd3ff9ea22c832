// SPDX-License-Identifier: Apache-2.0
package rapporto.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rapporto.local.lambda.Invoker;
import rapporto.testkit.Sample;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TemplateRulesTest {
    private final String good = template();

    @Test
    void given_our_own_template_when_checked_then_it_keeps_every_rule() {
        assertThat(TemplateRules.broken(good)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Action: sqs:SendMessage               | Action: "sqs:*"           | Action is "sqs:*", wanted what is needed alone
                    Resource: !GetAtt Table.Arn           | Resource: "*"             | Resource is "*", wanted what is needed alone
                    Role: !GetAtt ClockRole.Arn           | Description: the clock    | ClockFunction.Properties has no Role
                    LogGroup: !Ref ClockLogs              | LogGroup: !Ref NoLogs     | is no log group of the template
                    RetentionInDays: !Ref LogRetentionDays | LogGroupClass: STANDARD  | has no RetentionInDays
                    RedrivePolicy:                        | RedriveAllowPolicy:       | has no RedrivePolicy
                    Value: !GetAtt ClockDeadLetters.QueueName | Value: another        | ClockDeadLetters.Properties is watched by no alarm
                    AlarmActions:                         | InsufficientDataActions:  | has no AlarmActions
                    Default: dev                          | MinLength: 1              | Parameters.Stage has no Default
                    """)
    void given_a_planted_fault_when_checked_then_it_is_named_with_its_line(String right, String wrong, String fault) {
        assertThat(good).contains(right);

        assertThat(TemplateRules.broken(good.replace(right, wrong)))
                .anySatisfy(text ->
                        assertThat(text).startsWith("template.yaml line ").contains(fault));
    }

    @Test
    void given_each_function_when_made_then_it_reads_just_the_environment_that_the_template_sets() {
        System.setProperty("aws.region", "us-east-1");
        for (var function : TemplateReader.read(good).functions()) {
            var set = new TreeMap<String, String>();
            function.environment().keySet().forEach(name -> set.put(name, "somewhere"));
            var read = new Recording(set);

            assertThat(Invoker.of(function.id(), function.handler(), function.timeout(), read))
                    .isNotNull();

            assertThat(read.names).as(function.id()).isEqualTo(set.keySet());
        }
    }

    /** An environment that remembers which names were asked for. */
    private static final class Recording extends AbstractMap<String, String> {
        private final Map<String, String> values;
        private final Set<String> names = new TreeSet<>();

        Recording(Map<String, String> values) {
            this.values = values;
        }

        @Override
        public @Nullable String get(Object name) {
            names.add(String.valueOf(name));
            return values.get(name);
        }

        @Override
        public Set<Entry<String, String>> entrySet() {
            return values.entrySet();
        }
    }

    private static String template() {
        try {
            return Files.readString(Sample.repository().resolve("template.yaml"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
