// SPDX-License-Identifier: Apache-2.0
package rapporto.local;

import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/**
 * Halts the machine between two of its steps, at the first call that matches {@code -Drapporto.killpoint}: {@code
 * after-send} to a queue, {@code after-put} into history, {@code after-publish} to the topic, {@code before-delete} from
 * a queue. The SDK finds it by the file {@code execution.interceptors} of the tests; the product knows nothing of it.
 */
public final class KillPoint implements ExecutionInterceptor {
    private static final int KILLED = 137;

    private final String point = System.getProperty("rapporto.killpoint", "none");

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        if (point.equals("before-delete") && context.request() instanceof DeleteMessageBatchRequest) {
            Runtime.getRuntime().halt(KILLED);
        }
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        if (matches(context.request())) {
            Runtime.getRuntime().halt(KILLED);
        }
    }

    private boolean matches(SdkRequest request) {
        return switch (point) {
            case "after-send" -> request instanceof SendMessageRequest;
            case "after-put" ->
                request instanceof PutItemRequest put
                        && String.valueOf(put.item().get("pk")).contains("C#");
            case "after-publish" -> request instanceof PublishRequest;
            default -> false;
        };
    }
}
