// SPDX-License-Identifier: Apache-2.0
package rapporto.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * Lets every attempt to reach a service fail as a broken connection does, for as long as the file {@code Sqs.down}, {@code
 * Sns.down} or {@code DynamoDb.down} stands in {@code -Drapporto.outages}. Found like {@code KillPoint}.
 */
public final class Outage implements ExecutionInterceptor {
    private final String folder = System.getProperty("rapporto.outages", "");

    /** The file that takes {@code service} down. */
    static Path file(Path folder, String service) {
        return folder.resolve(service + ".down");
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        var service = attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME);
        if (!folder.isEmpty() && Files.exists(file(Path.of(folder), service))) {
            throw SdkClientException.create(service + " is down", new IOException("connection refused"));
        }
    }
}
