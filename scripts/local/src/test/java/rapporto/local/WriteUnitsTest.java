// SPDX-License-Identifier: Apache-2.0
package rapporto.local;

import static org.assertj.core.api.Assertions.assertThat;
import static rapporto.testkit.Given.ANA;
import static rapporto.testkit.Given.post;
import static rapporto.testkit.Given.understood;

import java.util.Optional;
import java.util.concurrent.atomic.DoubleAdder;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import rapporto.aws.dynamodb.DynamoHistory;
import rapporto.interaction.Interaction;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** What an interaction costs in the table, as docs/decisions/2026-11-23-table-keys.md says. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WriteUnitsTest {
    private static final String TEXT =
            "Good morning, does anyone know how I can export all of last year's invoices? ".repeat(3);

    @Test
    void given_plain_interactions_when_remembered_then_they_cost_two_units_and_three_in_a_thread() {
        var consumed = new Consumed();
        try (var table = new LocalTable(consumed)) {
            var history = new DynamoHistory(table.client(), table.emptyTable());
            var threaded = post("m1", ANA, "t1", 0, TEXT);

            history.remember(understood(withoutThread(threaded)), Optional.empty());
            double plain = consumed.units.sumThenReset();
            history.remember(understood(post("m2", ANA, "t1", 1, TEXT)), Optional.empty());
            double inThread = consumed.units.sumThenReset();

            System.out.printf("write units: %.1f for a plain interaction, %.1f in a thread%n", plain, inThread);
            assertThat(plain).isLessThanOrEqualTo(2.1);
            assertThat(inThread).isLessThanOrEqualTo(3.1);
        }
    }

    private static Interaction withoutThread(Interaction i) {
        return new Interaction(
                i.key(),
                i.version(),
                i.change(),
                i.kind(),
                i.origin(),
                i.from(),
                Optional.empty(),
                i.at(),
                false,
                i.words(),
                i.link(),
                i.language());
    }

    private static final class Consumed implements ExecutionInterceptor {
        private final DoubleAdder units = new DoubleAdder();

        @Override
        public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
            return context.request() instanceof PutItemRequest put
                    ? put.toBuilder()
                            .returnConsumedCapacity(ReturnConsumedCapacity.INDEXES)
                            .build()
                    : context.request();
        }

        @Override
        public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
            if (context.response() instanceof PutItemResponse put) {
                units.add(put.consumedCapacity().capacityUnits());
            }
        }
    }
}
