// SPDX-License-Identifier: Apache-2.0
package rapporto.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rapporto.local.template.Template.QueueMapping;
import rapporto.local.template.Template.Route;
import rapporto.testkit.Sample;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TemplateReaderTest {
    private final String good = template();

    @Test
    void given_our_own_template_when_read_then_it_is_whole() {
        var template = TemplateReader.read(good);

        assertThat(template.functions())
                .extracting(Template.Function::id)
                .containsExactly("WebhookFunction", "ClassifyFunction", "EscalateFunction", "ClockFunction");
        assertThat(template.functions().getFirst().routes())
                .containsExactly(new Route("ANY", "/hooks/{channel}/{source}"));
        assertThat(template.functions().get(1).mappings())
                .containsExactly(new QueueMapping("DeliveriesQueue", 10, 10, true));
        assertThat(template.functions().getLast().schedules()).containsExactly(Duration.ofMinutes(1));
        assertThat(template.queues()).hasSize(6);
        assertThat(template.topics()).extracting(Template.Topic::id).containsExactly("AlertsTopic", "OperatorTopic");
        assertThat(template.parameters()).containsEntry("Stage", "dev");
        assertThat(template.tables().getFirst().indexes())
                .extracting(Template.Index::name)
                .containsExactly("timeline", "thread", "due", "pending");
        assertThat(template.tables().getFirst().ttl()).contains("ttl");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    AWS::SNS::Topic                | AWS::SNS::Topick            | AWS::SNS::Topick, which the single machine does not know
                    rapporto.clock.ClockHandler    | rapporto.clock.ClockHandlr  | there is no such class
                    VisibilityTimeout: 90          | VisibilityTimeout: 60       | VisibilityTimeout below 90 s, six times the Timeout of ClassifyFunction
                    VisibilityTimeout: 90          | VisibilityTimeout: soon     | is "soon", wanted a whole number
                    Queue: !GetAtt DeliveriesQueue.Arn | Queue: !GetAtt DeliveryQueue.Arn | polls DeliveryQueue, which is no queue of the template
                    Queue: !GetAtt DeliveriesQueue.Arn | Queue: somewhere        | names no resource, wanted !GetAtt or !Ref
                    RAPPORTO_TABLE: !Ref Table     | RAPPORTO_TABLE: !Ref Tabel  | names Tabel, which is not in the template
                    BillingMode: PAY_PER_REQUEST   | BilingMode: PAY_PER_REQUEST | is not known to the single machine
                    rate(1 minute)                 | cron(* * * * ? *)           | is no rate in minutes or hours
                    Type: ScheduleV2               | Type: Kinesis               | is no event that the single machine knows
                    Resources:                     | Resources: [                | is not YAML
                    """)
    void given_a_planted_fault_when_read_then_it_is_named_with_its_line(String right, String wrong, String fault) {
        assertThat(faults(good.replace(right, wrong)))
                .anySatisfy(text ->
                        assertThat(text).startsWith("template.yaml line ").contains(fault));
    }

    @Test
    void given_two_faults_when_read_then_both_are_told() {
        assertThat(faults(good.replace("rate(1 minute)", "often")
                        .replace("AWS::DynamoDB::Table", "AWS::DynamoDB::Other")))
                .hasSize(2);
    }

    private static List<String> faults(String template) {
        var faults = catchThrowableOfType(TemplateFaults.class, () -> TemplateReader.read(template));
        return faults.faults().stream().map(TemplateFault::toString).toList();
    }

    private static String template() {
        try {
            return Files.readString(Sample.repository().resolve("template.yaml"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
